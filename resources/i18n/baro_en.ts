<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>Aisle</name>
    <message>
        <source>‘%1’ 상품을 찾지 못했어요</source>
        <translation>No match for “%1”</translation>
    </message>
    <message numerus="yes">
        <source>‘%1’ 상품 %n개 넘게</source>
        <translation><numerusform>More than %n items for “%1”</numerusform><numerusform>More than %n items for “%1”</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>초성 ‘%1’ 상품 %n개</source>
        <translation><numerusform>%n item for initials “%1”</numerusform><numerusform>%n items for initials “%1”</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>‘%1’ 상품 %n개</source>
        <translation><numerusform>%n item for “%1”</numerusform><numerusform>%n items for “%1”</numerusform></translation>
    </message>
    <message>
        <source>배송 돼요</source>
        <translation>Can be delivered</translation>
    </message>
    <message>
        <source>무엇을 찾으세요?</source>
        <translation>What are you looking for?</translation>
    </message>
    <message>
        <source>처음 보는 바코드예요. 이름으로 찾아 주세요</source>
        <translation>We don’t know this barcode. Try its name</translation>
    </message>
    <message>
        <source>지금은 마지막으로 확인한 재고를 보여 드려요</source>
        <translation>Showing the stock we last checked</translation>
    </message>
</context>
<context>
    <name>ApprovalsScreen</name>
    <message>
        <source>직원 확인</source>
        <translation>Staff check</translation>
    </message>
    <message>
        <source>기기 점검</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>나가기</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>기다리는 일이 없어요</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>번호로 장바구니 꺼내기</source>
        <translation>Take up a basket by number</translation>
    </message>
</context>
<context>
    <name>BagQuestion</name>
    <message>
        <source>봉투 필요하세요?</source>
        <translation>Need a bag?</translation>
    </message>
    <message>
        <source>더 필요하면 눌러 주세요</source>
        <translation>Tap for more</translation>
    </message>
    <message>
        <source>누르면 바로 담겨요</source>
        <translation>One tap adds one</translation>
    </message>
</context>
<context>
    <name>BagsSheet</name>
    <message>
        <source>봉투 필요하세요?</source>
        <translation>Need a bag?</translation>
    </message>
    <message>
        <source>추가</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>다 골랐어요</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>BannerOffline</name>
    <message>
        <source>인터넷 연결이 잠시 끊겼어요</source>
        <translation>We’re offline for a moment</translation>
    </message>
    <message>
        <source>인터넷과 카드 단말기 연결이 끊겼어요</source>
        <translation>We’re offline and cards don’t work</translation>
    </message>
    <message>
        <source>카드 단말기는 연결돼 있어서 결제할 수 있어요
배송 주문은 결제하지 않고 저장만 해요</source>
        <translation>The card terminal works, so you can pay
Delivery orders are saved, not charged</translation>
    </message>
    <message>
        <source>계속 담을 수 있어요. 결제는 직원 계산대에서 도와 드려요</source>
        <translation>Keep scanning. Pay at a staffed lane</translation>
    </message>
</context>
<context>
    <name>Benefit</name>
    <message>
        <source>쿠폰</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>제휴 카드</source>
        <translation>Partner card</translation>
    </message>
    <message>
        <source>결제하면 사용돼요</source>
        <translation>It’s used when you pay</translation>
    </message>
    <message>
        <source>결제할 때 적용돼요</source>
        <translation>Applies when you pay</translation>
    </message>
    <message>
        <source>결제할 때까지 맡아 뒀어요 · 취소하면 돌려드려요</source>
        <translation>Held until you pay · given back if you cancel</translation>
    </message>
</context>
<context>
    <name>BenefitList</name>
    <message>
        <source>빼기</source>
        <translation>Take out</translation>
    </message>
</context>
<context>
    <name>CallBody</name>
    <message>
        <source>기다린 시간</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>불렀어요</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>Staff check</translation>
    </message>
    <message>
        <source>도착</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>직원에게 한 번 더 알렸어요</source>
        <translation>We’ve told staff again</translation>
    </message>
    <message>
        <source>기다리는 동안 다른 상품을 담을 수 있어요</source>
        <translation>You can keep scanning while you wait</translation>
    </message>
</context>
<context>
    <name>CallWays</name>
    <message>
        <source>이 상품 빼고 결제하기</source>
        <translation>Pay without this item</translation>
    </message>
    <message>
        <source>이 상품 빼기</source>
        <translation>Leave it out</translation>
    </message>
    <message>
        <source>계속 담을게요</source>
        <translation>Keep shopping</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>장바구니 보기</source>
        <translation>Back to basket</translation>
    </message>
    <message>
        <source>더 기다릴게요</source>
        <translation>I’ll wait</translation>
    </message>
    <message>
        <source>호출 취소</source>
        <translation>Cancel call</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>코드가 보이지 않아요. 상품의 바코드를 비춰 주세요</source>
        <translation>No code in view. Show the barcode of an item</translation>
    </message>
    <message>
        <source>읽는 영역 %1</source>
        <translation>Reading area %1</translation>
    </message>
    <message>
        <source>중간 %1ms · 가장 느림 %2ms</source>
        <translation>median %1 ms · slowest %2 ms</translation>
    </message>
    <message>
        <source>노출 없음</source>
        <translation>No exposure</translation>
    </message>
    <message>
        <source>노출 자동</source>
        <translation>Auto exposure</translation>
    </message>
    <message>
        <source>노출 %1ms</source>
        <translation>Exposure %1 ms</translation>
    </message>
    <message>
        <source>%1초 남음</source>
        <translation>%1 s left</translation>
    </message>
    <message>
        <source>10초 시험</source>
        <translation>10 s test</translation>
    </message>
    <message>
        <source>저장했어요: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>멈춤 %1초</source>
        <translation>Frozen %1 s</translation>
    </message>
    <message>
        <source>여는 중</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>실시간</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>검은 화면</source>
        <translation>Black picture</translation>
    </message>
    <message>
        <source>화면이 오지 않음</source>
        <translation>No pictures</translation>
    </message>
    <message>
        <source>카메라 없음</source>
        <translation>No camera</translation>
    </message>
    <message>
        <source>다른 프로그램이 사용 중</source>
        <translation>In use by another program</translation>
    </message>
    <message>
        <source>열 수 없음</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>꺼짐</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>카메라를 열고 있어요</source>
        <translation>The camera is being opened</translation>
    </message>
    <message>
        <source>같은 화면만 와요. 카메라를 뽑았다가 다시 꽂아 주세요</source>
        <translation>The same picture keeps coming. Unplug the camera and plug it in again</translation>
    </message>
    <message>
        <source>렌즈가 가려졌거나 조명이 꺼졌는지 봐 주세요</source>
        <translation>See whether the lens is covered or the light is off</translation>
    </message>
    <message>
        <source>케이블과 전원을 봐 주세요. 돌아오면 저절로 이어져요</source>
        <translation>Check cable and power. It goes on by itself once it is back</translation>
    </message>
    <message>
        <source>케이블을 꽂거나 kiosk.toml의 주소를 고쳐 주세요</source>
        <translation>Plug in the cable or correct the address in kiosk.toml</translation>
    </message>
    <message>
        <source>카메라를 쓰는 다른 프로그램을 끝내 주세요</source>
        <translation>Close the other program that uses the camera</translation>
    </message>
    <message>
        <source>권한이나 비밀번호를 봐 주세요</source>
        <translation>Check the permissions or the password</translation>
    </message>
    <message>
        <source>기기가 멈춰 있어요</source>
        <translation>The device is stopped</translation>
    </message>
    <message>
        <source>너무 어두워요. 조명을 켜거나 노출을 늘려 주세요</source>
        <translation>Too dark. Switch the light on or lengthen the exposure</translation>
    </message>
    <message>
        <source>너무 밝아요. 조명을 비스듬히 돌리거나 노출을 줄여 주세요</source>
        <translation>Too bright. Turn the light aside or shorten the exposure</translation>
    </message>
    <message>
        <source>흐려요. 렌즈를 닦고 초점을 맞춰 주세요</source>
        <translation>Blurred. Clean the lens and set the focus</translation>
    </message>
    <message>
        <source>자릿수나 검사 숫자가 틀려요</source>
        <translation>Wrong length or check digit</translation>
    </message>
    <message>
        <source>더 긴 코드의 일부예요</source>
        <translation>Part of a longer code</translation>
    </message>
    <message>
        <source>다르게도 읽혀요</source>
        <translation>Also read differently</translation>
    </message>
    <message>
        <source>방금 읽은 상품 자리예요</source>
        <translation>Where an item was just taken</translation>
    </message>
    <message>
        <source>너무 늦게 읽었어요</source>
        <translation>Read too late</translation>
    </message>
    <message>
        <source>코드가 두 개 보여요</source>
        <translation>Two codes are in view</translation>
    </message>
    <message>
        <source>상품 옆의 다른 코드예요</source>
        <translation>Another code beside an item</translation>
    </message>
    <message>
        <source>이 매장에 없는 상품</source>
        <translation>Not sold in this shop</translation>
    </message>
    <message>
        <source>회원 바코드</source>
        <translation>Member barcode</translation>
    </message>
    <message>
        <source>제휴 카드</source>
        <translation>Partner card</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>Gift voucher</translation>
    </message>
    <message>
        <source>영수증</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>보관한 장바구니</source>
        <translation>Kept cart</translation>
    </message>
    <message>
        <source>모바일 신분증</source>
        <translation>Mobile licence</translation>
    </message>
    <message>
        <source>결제 코드</source>
        <translation>Payment code</translation>
    </message>
    <message>
        <source>모르는 코드</source>
        <translation>Unknown code</translation>
    </message>
    <message>
        <source>내용은 보여 주지 않아요</source>
        <translation>Its content is not shown</translation>
    </message>
    <message numerus="yes">
        <source>%n바이트</source>
        <translation><numerusform>%n byte</numerusform><numerusform>%n bytes</numerusform></translation>
    </message>
    <message>
        <source>%1장 · 1초에 %2장 · 가장 느림 %3ms</source>
        <translation>%1 pictures · %2 a second · slowest %3 ms</translation>
    </message>
    <message>
        <source>시험에 통과했어요</source>
        <translation>The test was passed</translation>
    </message>
    <message>
        <source>화면이 한 장도 오지 않았어요</source>
        <translation>Not one picture came</translation>
    </message>
    <message>
        <source>화면이 너무 드물게 와요</source>
        <translation>Too few pictures come</translation>
    </message>
    <message>
        <source>화면이 멈춰 있었어요</source>
        <translation>The picture stood still</translation>
    </message>
    <message>
        <source>화면이 검었어요</source>
        <translation>The picture was black</translation>
    </message>
    <message>
        <source>코드가 보이지 않았어요. 코드를 비추고 다시 해 주세요</source>
        <translation>No code was seen. Show one and try again</translation>
    </message>
    <message>
        <source>보인 코드를 절반도 읽지 못했어요</source>
        <translation>Fewer than half of the codes seen were read</translation>
    </message>
    <message>
        <source>너무 어두웠어요</source>
        <translation>It was too dark</translation>
    </message>
    <message>
        <source>너무 밝았어요</source>
        <translation>It was too bright</translation>
    </message>
    <message>
        <source>화면이 흐렸어요</source>
        <translation>The picture was blurred</translation>
    </message>
    <message>
        <source>해독이 화면을 따라가지 못했어요</source>
        <translation>Reading could not keep up with the pictures</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>카메라 화면</source>
        <translation>Camera picture</translation>
    </message>
</context>
<context>
    <name>CameraScreen</name>
    <message>
        <source>카메라 해독</source>
        <translation>Camera reading</translation>
    </message>
    <message>
        <source>기기 점검으로</source>
        <translation>Back to device check</translation>
    </message>
    <message>
        <source>해독 시간</source>
        <translation>Reading time</translation>
    </message>
    <message>
        <source>성공률 · 1분</source>
        <translation>Rate · 1 min</translation>
    </message>
    <message>
        <source>선명도</source>
        <translation>Sharpness</translation>
    </message>
    <message>
        <source>밝기</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>해독 시간 · 지난 60초</source>
        <translation>Reading time · last 60 s</translation>
    </message>
    <message>
        <source>기준 %1ms</source>
        <translation>Limit %1 ms</translation>
    </message>
    <message>
        <source>최근 해독</source>
        <translation>Latest codes</translation>
    </message>
    <message>
        <source>아직 읽은 코드가 없어요</source>
        <translation>No code has been read yet</translation>
    </message>
    <message>
        <source>스캐너 바이트</source>
        <translation>Scanner bytes</translation>
    </message>
    <message>
        <source>한 장 저장</source>
        <translation>Save picture</translation>
    </message>
    <message>
        <source>kiosk.toml에 카메라가 없어요. [[devices]]에 category = "camera"인 기기를 적어 주세요</source>
        <translation>kiosk.toml names no camera. Write a device with category = "camera" under [[devices]]</translation>
    </message>
</context>
<context>
    <name>Cart</name>
    <message>
        <source>집으로 배송</source>
        <translation>Deliver to home</translation>
    </message>
    <message>
        <source>%1에서 받기</source>
        <translation>Pick up at %1</translation>
    </message>
    <message>
        <source>지금 가져가기</source>
        <translation>Take now</translation>
    </message>
    <message>
        <source>아직 결제하지 않아요</source>
        <translation>Not charged yet</translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>Add an address to see when it arrives</translation>
    </message>
    <message>
        <source>배송비 %1</source>
        <translation>Delivery %1</translation>
    </message>
    <message>
        <source>무료</source>
        <translation>Free</translation>
    </message>
    <message numerus="yes">
        <source>상품 %n개</source>
        <translation><numerusform>%n item</numerusform><numerusform>%n items</numerusform></translation>
    </message>
    <message>
        <source>할인 %1</source>
        <translation>You save %1</translation>
    </message>
    <message>
        <source>회원가가 있는 상품을 담으면 바로 바뀌어요</source>
        <translation>Member prices apply as you add items</translation>
    </message>
    <message>
        <source>회원가로 %1 싸졌어요</source>
        <translation>You save %1 as a member</translation>
    </message>
    <message>
        <source>%1 더 담으면 %2 할인돼요</source>
        <translation>Spend %1 more for %2 off</translation>
    </message>
    <message>
        <source>하나 더 가져오면 무료예요</source>
        <translation>Grab one more, it’s free</translation>
    </message>
    <message numerus="yes">
        <source>%n개 더 가져오면 하나는 무료예요</source>
        <translation><numerusform>Grab %n more, one is free</numerusform><numerusform>Grab %n more, one is free</numerusform></translation>
    </message>
    <message>
        <source>하나 더 가져오면 %1 할인돼요</source>
        <translation>One more and %1 comes off</translation>
    </message>
    <message numerus="yes">
        <source>%n개 더 가져오면 %1 할인돼요</source>
        <translation><numerusform>%n more and %1 comes off</numerusform><numerusform>%n more and %1 comes off</numerusform></translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · until %2</translation>
    </message>
</context>
<context>
    <name>CartAbove</name>
    <message>
        <source>담았어요</source>
        <translation>Added</translation>
    </message>
</context>
<context>
    <name>CartEmpty</name>
    <message>
        <source>지금은 스캔할 수 없어요</source>
        <translation>Scanning isn’t working right now</translation>
    </message>
    <message>
        <source>잠시만요</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>바코드를 비춰 주세요</source>
        <translation>Show a barcode</translation>
    </message>
    <message>
        <source>상품을 찾거나 직원을 불러 주세요</source>
        <translation>Find an item or call staff</translation>
    </message>
    <message>
        <source>스캐너를 준비하고 있어요</source>
        <translation>Getting the scanner ready</translation>
    </message>
    <message>
        <source>하나씩 스캔하면 여기에 담겨요</source>
        <translation>Each item you scan appears here</translation>
    </message>
    <message>
        <source>바코드가 없나요?</source>
        <translation>No barcode?</translation>
    </message>
    <message>
        <source>과일·채소</source>
        <translation>Fruit and veg</translation>
    </message>
    <message>
        <source>무게를 재요</source>
        <translation>Weigh it</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>Find item</translation>
    </message>
    <message>
        <source>초성도 돼요</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>Coupon · Member</translation>
    </message>
    <message>
        <source>바코드를 비춰요</source>
        <translation>Scan barcode</translation>
    </message>
</context>
<context>
    <name>CartList</name>
    <message>
        <source>받는 방법별로</source>
        <translation>By how you get it</translation>
    </message>
    <message>
        <source>담은 상품</source>
        <translation>Your items</translation>
    </message>
    <message>
        <source>%1가지 중 %2–%3</source>
        <translation>%2–%3 of %1</translation>
    </message>
</context>
<context>
    <name>CartNow</name>
    <message>
        <source>네, 하나 더 담을게요</source>
        <translation>Yes, add one more</translation>
    </message>
</context>
<context>
    <name>CartNowRow</name>
    <message>
        <source>네, 하나 더 담을게요</source>
        <translation>Yes, add one more</translation>
    </message>
    <message>
        <source>방금 담았어요</source>
        <translation>Just added</translation>
    </message>
</context>
<context>
    <name>CartScreen</name>
    <message>
        <source>상품을 담으면 결제할 수 있어요</source>
        <translation>Add an item to pay</translation>
    </message>
    <message>
        <source>%1 담았어요</source>
        <translation>Added %1</translation>
    </message>
    <message>
        <source>한 번에 결제해요</source>
        <translation>Pay once for everything</translation>
    </message>
    <message>
        <source>결제하기</source>
        <translation>Pay now</translation>
    </message>
    <message>
        <source>%1 결제하기</source>
        <translation>Pay %1</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>CartTools</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>No barcode</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>Coupon · Member</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>Find item</translation>
    </message>
    <message>
        <source>봉투</source>
        <translation>Bags</translation>
    </message>
</context>
<context>
    <name>CashReceipt</name>
    <message>
        <source>상품권으로 낸 금액에 발급돼요</source>
        <translation>For the amount paid by voucher</translation>
    </message>
    <message>
        <source>상품권 %1에 발급돼요</source>
        <translation>For the voucher of %1</translation>
    </message>
    <message>
        <source>사업자등록번호 10자리를 눌러 주세요</source>
        <translation>Enter the 10-digit business number</translation>
    </message>
    <message>
        <source>휴대폰 번호나 현금영수증 카드 번호를 눌러 주세요</source>
        <translation>Enter a mobile or cash receipt card number</translation>
    </message>
    <message>
        <source>사업자등록번호가 맞지 않아요. 다시 확인해 주세요</source>
        <translation>That business number is not right. Please check it</translation>
    </message>
    <message>
        <source>휴대폰 번호는 010처럼 01로 시작해요. 다시 눌러 주세요</source>
        <translation>Mobile numbers start with 01, such as 010. Please try again</translation>
    </message>
    <message>
        <source>사업자등록번호는 10자리예요. 다시 눌러 주세요</source>
        <translation>A business number has 10 digits. Please try again</translation>
    </message>
    <message>
        <source>휴대폰 번호는 10~11자리, 카드 번호는 13~19자리예요. 다시 눌러 주세요</source>
        <translation>Mobile numbers have 10–11 digits, cards 13–19. Please try again</translation>
    </message>
    <message>
        <source>%1부터는 번호가 없어도 매장이 자진발급해요</source>
        <translation>From %1 the store issues one even without a number</translation>
    </message>
    <message>
        <source>소득공제</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>지출증빙</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>안 받을게요</source>
        <translation>No, thanks</translation>
    </message>
</context>
<context>
    <name>CashReceiptScreen</name>
    <message>
        <source>현금영수증 받을까요?</source>
        <translation>Would you like a cash receipt?</translation>
    </message>
    <message>
        <source>소득공제</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>지출증빙</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>%1자리를 눌렀어요</source>
        <translation>%1 digits entered</translation>
    </message>
    <message>
        <source>이 번호로 받기</source>
        <translation>Use this number</translation>
    </message>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>Enter the number</translation>
    </message>
    <message>
        <source>안 받을게요</source>
        <translation>No, thanks</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>지금은 쓸 수 없어요</source>
        <translation>Not in use right now</translation>
    </message>
    <message>
        <source>점검하고 있어요. 옆 계산대를 이용해 주세요</source>
        <translation>We’re checking it. Please use another lane</translation>
    </message>
    <message>
        <source>기기를 고치고 있어요. 옆 계산대를 이용해 주세요</source>
        <translation>We’re fixing it. Please use another lane</translation>
    </message>
    <message>
        <source>옆 계산대를 이용해 주세요</source>
        <translation>Please use another lane</translation>
    </message>
</context>
<context>
    <name>ConsonantKeys</name>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>Enter the number</translation>
    </message>
    <message>
        <source>첫소리를 눌러 주세요 · 사과는 ㅅㄱ</source>
        <translation>Press the first Korean letters</translation>
    </message>
    <message>
        <source>첫소리를 눌러 주세요</source>
        <translation>Press the first Korean letters</translation>
    </message>
    <message>
        <source>하나 지우기</source>
        <translation>Erase one</translation>
    </message>
    <message>
        <source>ㄱㄴㄷ</source>
        <translation>ㄱㄴㄷ</translation>
    </message>
    <message>
        <source>번호</source>
        <translation>Number</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>시험</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>시험 중</source>
        <translation>Testing</translation>
    </message>
    <message>
        <source>정상</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>끊김</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>%n분째 신호 없음</source>
        <translation><numerusform>No signal for %n minute</numerusform><numerusform>No signal for %n minutes</numerusform></translation>
    </message>
    <message>
        <source>방금 끊겼어요</source>
        <translation>Just disconnected</translation>
    </message>
    <message numerus="yes">
        <source>신호 %n번</source>
        <translation><numerusform>%n signal</numerusform><numerusform>%n signals</numerusform></translation>
    </message>
    <message>
        <source>연결됐어요</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>아무 바코드나 비춰 주세요</source>
        <translation>Show any barcode</translation>
    </message>
    <message>
        <source>아무 바코드나 카메라에 비춰 주세요</source>
        <translation>Show any barcode to the camera</translation>
    </message>
    <message>
        <source>저울에 아무것이나 올려 주세요</source>
        <translation>Put anything on the scale</translation>
    </message>
    <message>
        <source>대답을 기다려요</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>시험에 통과했어요</source>
        <translation>The test was passed</translation>
    </message>
    <message>
        <source>10초 안에 신호가 없었어요</source>
        <translation>No signal within 10 seconds</translation>
    </message>
    <message>
        <source>연결되지 않아 시험하지 못했어요</source>
        <translation>Not connected, so not tested</translation>
    </message>
    <message>
        <source>바코드 스캐너</source>
        <translation>Barcode scanner</translation>
    </message>
    <message>
        <source>카메라</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>영수증 프린터</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>결제 단말기</source>
        <translation>Payment terminal</translation>
    </message>
    <message>
        <source>포인트 · 쿠폰 서버</source>
        <translation>Points and coupons host</translation>
    </message>
    <message>
        <source>용지 있음</source>
        <translation>Paper loaded</translation>
    </message>
    <message>
        <source>용지가 곧 떨어져요</source>
        <translation>Paper is running low</translation>
    </message>
    <message>
        <source>용지 없음</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>1초에 %1장</source>
        <translation>%1 frames a second</translation>
    </message>
    <message>
        <source>해독 %1ms</source>
        <translation>Decoding %1 ms</translation>
    </message>
    <message>
        <source>왕복 %1ms</source>
        <translation>Round trip %1 ms</translation>
    </message>
    <message>
        <source>무게 %1g</source>
        <translation>Weight %1 g</translation>
    </message>
</context>
<context>
    <name>DevicesScreen</name>
    <message>
        <source>기기 점검</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>나가기</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>정상</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>끊김</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>모두 시험</source>
        <translation>Test all</translation>
    </message>
    <message>
        <source>보기</source>
        <translation>View</translation>
    </message>
    <message>
        <source>시험</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>연결하도록 설정된 기기가 없어요</source>
        <translation>No devices are set up</translation>
    </message>
    <message>
        <source>kiosk.toml에 기기를 적어 주세요</source>
        <translation>Add devices to kiosk.toml</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>화면 설정</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>글자 크기</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>보통</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>크게</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>더 크게</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>가장 크게</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>고대비</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>낮은 화면</source>
        <translation>Low reach</translation>
    </message>
    <message>
        <source>움직임 줄이기</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>More time</translation>
    </message>
    <message>
        <source>소리 크기</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>소리 작게</source>
        <translation>Quieter</translation>
    </message>
    <message>
        <source>소리 크게</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>처음 설정으로</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>다 됐어요</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>상품 %n개를 모두 챙겨 주세요</source>
        <translation><numerusform>Please take your item</numerusform><numerusform>Please take all %n items</numerusform></translation>
    </message>
    <message>
        <source>영수증을 인쇄하고 있어요</source>
        <translation>Printing the receipt</translation>
    </message>
    <message>
        <source>영수증을 인쇄했어요</source>
        <translation>Receipt printed</translation>
    </message>
    <message>
        <source>영수증 종이가 떨어졌어요. QR로 받을 수 있어요</source>
        <translation>Out of receipt paper. Use the QR receipt</translation>
    </message>
    <message>
        <source>프린터를 쓸 수 없어요. QR로 받을 수 있어요</source>
        <translation>The printer isn’t working. Use the QR receipt</translation>
    </message>
    <message>
        <source>집으로 배송</source>
        <translation>Deliver to home</translation>
    </message>
    <message>
        <source>주소는 영수증 QR에서 넣어 주세요</source>
        <translation>Add your address from the receipt QR</translation>
    </message>
    <message>
        <source>%1에서 받기</source>
        <translation>Pick up at %1</translation>
    </message>
    <message numerus="yes">
        <source>%n개</source>
        <translation><numerusform>%n pc</numerusform><numerusform>%n pcs</numerusform></translation>
    </message>
</context>
<context>
    <name>DoneHead</name>
    <message>
        <source>결제했어요</source>
        <translation>Paid</translation>
    </message>
</context>
<context>
    <name>DoneScreen</name>
    <message>
        <source>카드를 꺼내 주세요</source>
        <translation>Take your card</translation>
    </message>
    <message>
        <source>결제했어요</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>1 more min</translation>
    </message>
    <message>
        <source>단말기에 카드가 남아 있어요</source>
        <translation>Your card is still in the terminal</translation>
    </message>
    <message>
        <source>카드도 잊지 마세요</source>
        <translation>Don’t forget your card</translation>
    </message>
    <message>
        <source>다 챙겼어요</source>
        <translation>I have everything</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요</source>
        <translation>Back to start in %1 s</translation>
    </message>
</context>
<context>
    <name>EasyTiles</name>
    <message>
        <source>편하게 보기</source>
        <translation>Make it easier</translation>
    </message>
    <message>
        <source>큰 글씨</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>고대비</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>낮은 화면</source>
        <translation>Low reach</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>More time</translation>
    </message>
</context>
<context>
    <name>ElsewhereWays</name>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>Send to a staffed lane</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>Call staff</translation>
    </message>
</context>
<context>
    <name>Fee</name>
    <message>
        <source>배송비 %1</source>
        <translation>delivery %1</translation>
    </message>
    <message>
        <source>병 보증금 %1</source>
        <translation>bottle deposit %1</translation>
    </message>
    <message>
        <source>요금 %1</source>
        <translation>fee %1</translation>
    </message>
    <message>
        <source>세금 %1</source>
        <translation>tax %1</translation>
    </message>
    <message>
        <source>%1 포함</source>
        <translation>Includes %1</translation>
    </message>
</context>
<context>
    <name>Fulfilment</name>
    <message>
        <source>배송비 %1</source>
        <translation>Delivery %1</translation>
    </message>
    <message>
        <source>무료</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>합계 %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>매장에는 두지 않는 상품이에요</source>
        <translation>Not kept in this store</translation>
    </message>
    <message>
        <source>지금은 품절이에요</source>
        <translation>Sold out right now</translation>
    </message>
    <message>
        <source>배송하지 않는 상품이에요</source>
        <translation>This item isn’t delivered</translation>
    </message>
    <message>
        <source>다른 매장에서 받을 수 없는 상품이에요</source>
        <translation>Can’t be picked up elsewhere</translation>
    </message>
    <message>
        <source>성인 확인이 필요해서 매장에서만 살 수 있어요</source>
        <translation>Age check needed, in store only</translation>
    </message>
    <message>
        <source>직원이 직접 건네는 상품이라 매장에서만 살 수 있어요</source>
        <translation>Staff hand this over in person, so it’s sold in store only</translation>
    </message>
    <message>
        <source>직원이 있을 때만 파는 상품이에요</source>
        <translation>Sold only while staff are here</translation>
    </message>
    <message>
        <source>지금은 살 수 없는 시간이에요</source>
        <translation>This can’t be bought at this hour</translation>
    </message>
    <message>
        <source>한 번에 이만큼은 살 수 없어요. 수량을 줄여 주세요</source>
        <translation>That’s more than one purchase allows. Choose fewer</translation>
    </message>
    <message>
        <source>이만큼은 없어요. 수량을 줄여 주세요</source>
        <translation>Not that many left. Choose fewer</translation>
    </message>
    <message>
        <source>지금은 팔지 않는 상품이에요</source>
        <translation>This isn’t for sale right now</translation>
    </message>
    <message>
        <source>지금은 이렇게 받을 수 없어요</source>
        <translation>Not possible right now</translation>
    </message>
    <message>
        <source>이 매장에서 지금</source>
        <translation>In this store, now</translation>
    </message>
    <message>
        <source>다른 매장에서 받기</source>
        <translation>Pick up at another store</translation>
    </message>
    <message>
        <source>집으로 배송</source>
        <translation>Deliver to home</translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>Add an address to see when it arrives</translation>
    </message>
    <message>
        <source>지금은 주문만 저장하고 결제하지 않아요</source>
        <translation>Order saved only, not charged now</translation>
    </message>
    <message>
        <source>주소는 결제 뒤 넣어요</source>
        <translation>Add it after paying</translation>
    </message>
    <message>
        <source>직원이 먼저 찾아본 뒤에 준비해요</source>
        <translation>Staff look first, then set it aside</translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · until %2</translation>
    </message>
</context>
<context>
    <name>FulfilmentScreen</name>
    <message>
        <source>어떻게 받을까요?</source>
        <translation>How do you want it?</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>합계</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>고르면 배송비까지 더해 보여 드려요</source>
        <translation>Choose to see it with delivery</translation>
    </message>
</context>
<context>
    <name>HangulKeyboard</name>
    <message>
        <source>검색</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>자판</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>대문자</source>
        <translation>Capital letters</translation>
    </message>
    <message>
        <source>쌍자음</source>
        <translation>Double consonants</translation>
    </message>
    <message>
        <source>한 글자 지우기</source>
        <translation>Delete one letter</translation>
    </message>
    <message>
        <source>가나다</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>한/영</source>
        <translation>한/A</translation>
    </message>
    <message>
        <source>띄어쓰기</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>HealthBanners</name>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>Send to a staffed lane</translation>
    </message>
    <message>
        <source>지금 이 계산대는 카드를 쓸 수 없어요</source>
        <translation>This lane can’t take cards right now</translation>
    </message>
    <message>
        <source>계속 담을 수 있어요
%1</source>
        <translation>You can keep scanning
%1</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1분 %2초</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%2초</source>
        <translation>%2 s</translation>
    </message>
    <message>
        <source>도움 요청</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>Age check</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>Staff check</translation>
    </message>
    <message>
        <source>처음 보는 상품</source>
        <translation>Unknown item</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>Payment check</translation>
    </message>
    <message>
        <source>가격 확인</source>
        <translation>Price check</translation>
    </message>
    <message>
        <source>팔지 않는 상품</source>
        <translation>Not for sale</translation>
    </message>
    <message>
        <source>성인 확인이 필요해요</source>
        <translation>We need to check your age</translation>
    </message>
    <message>
        <source>직원이 신분증을 확인해요</source>
        <translation>Staff will check your ID</translation>
    </message>
    <message>
        <source>직원 확인이 필요해요</source>
        <translation>Staff need to check</translation>
    </message>
    <message>
        <source>직원이 건네는 상품이 있어요</source>
        <translation>Staff hand one item over</translation>
    </message>
    <message>
        <source>직원이 확인하고 직접 건네 드려요</source>
        <translation>Staff will check and hand it to you</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>We’ve called staff</translation>
    </message>
    <message>
        <source>직원이 확인하면 바로 알려 드려요</source>
        <translation>We’ll tell you when someone takes it</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>Staff have checked</translation>
    </message>
    <message>
        <source>가고 있어요</source>
        <translation>On the way</translation>
    </message>
    <message>
        <source>지금은 직원이 자리에 없어요</source>
        <translation>No staff are here right now</translation>
    </message>
    <message>
        <source>이 상품만 빼고 결제할 수 있어요</source>
        <translation>You can leave this item out and pay</translation>
    </message>
    <message>
        <source>담은 상품은 그대로예요</source>
        <translation>Your basket stays as it is</translation>
    </message>
    <message>
        <source>조금 더 걸려요</source>
        <translation>It’s taking longer</translation>
    </message>
    <message>
        <source>직원을 다시 불렀어요</source>
        <translation>We’ve called staff again</translation>
    </message>
</context>
<context>
    <name>HelpBar</name>
    <message>
        <source>도구 막대</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>도움이 필요하면 직원을 불러 주세요</source>
        <translation>Call staff if you need help</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>Staff called</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>Call staff</translation>
    </message>
</context>
<context>
    <name>IdleScreen</name>
    <message>
        <source>지금 이 계산대는
카드를 쓸 수 없어요</source>
        <translation>This lane can’t take
cards right now</translation>
    </message>
    <message>
        <source>지금은 스캔할 수 없어요</source>
        <translation>Scanning isn’t working right now</translation>
    </message>
    <message>
        <source>상품을 스캔하면
바로 시작해요</source>
        <translation>Scan an item
to start</translation>
    </message>
    <message>
        <source>직원이 도와 드려요</source>
        <translation>Staff will help you</translation>
    </message>
    <message>
        <source>바코드를 아래 빨간 빛에 비춰 주세요</source>
        <translation>Hold the barcode under the red light</translation>
    </message>
    <message>
        <source>시작하기</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>Staff called</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>Find item</translation>
    </message>
    <message>
        <source>재고 확인 · 주문</source>
        <translation>Stock · Order</translation>
    </message>
    <message>
        <source>스캔해도 돼요. 담은 상품은 직원 계산대로 보내 드려요</source>
        <translation>You can still scan. We’ll send your basket to a staffed lane</translation>
    </message>
    <message>
        <source>카드 단말기를 다시 연결하고 있어요</source>
        <translation>Reconnecting the card terminal</translation>
    </message>
    <message>
        <source>영수증은 휴대폰으로만 받을 수 있어요</source>
        <translation>Receipts by phone only right now</translation>
    </message>
    <message>
        <source>신용·체크카드 · 휴대폰 결제</source>
        <translation>Cards · Phone payments</translation>
    </message>
</context>
<context>
    <name>InstalmentRow</name>
    <message>
        <source>할부</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>신용카드만</source>
        <translation>Credit cards only</translation>
    </message>
    <message>
        <source>더 보기</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>주문번호</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>영수증 QR 코드</source>
        <translation>Receipt QR code</translation>
    </message>
    <message>
        <source>가져갈 상품은 결제했어요</source>
        <translation>Items you take are paid</translation>
    </message>
    <message>
        <source>결제함</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>결제 전</source>
        <translation>Not paid</translation>
    </message>
    <message>
        <source>연결되면 주문을 전해요</source>
        <translation>We’ll send the order when we’re back online</translation>
    </message>
    <message>
        <source>결제할 때까지 돈은 나가지 않아요</source>
        <translation>Nothing is charged until you pay</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>%1은(는) 이 계산대에서 쓸 수 있어요</source>
        <translation>You can use these here: %1</translation>
    </message>
    <message>
        <source>담은 상품은 직원 계산대에서 결제할 수 있어요</source>
        <translation>You can pay at a staffed lane</translation>
    </message>
    <message>
        <source>가까운 %1번 계산대에서 바로 결제할 수 있어요</source>
        <translation>Lane %1 nearby can take your card</translation>
    </message>
    <message>
        <source>결제할 수 있어요</source>
        <translation>You can pay here</translation>
    </message>
    <message>
        <source>카드 돼요
%1 확인</source>
        <translation>Takes cards
Checked %1</translation>
    </message>
    <message numerus="yes">
        <source>상품 %n개 · %1</source>
        <translation><numerusform>%n item · %1</numerusform><numerusform>%n items · %1</numerusform></translation>
    </message>
    <message>
        <source>직원에게 번호를 말해 주세요. 직원이 이 계산대에서 꺼내요. %1까지 맡아 둬요</source>
        <translation>Tell staff this number. They take it up at this kiosk. Kept until %1</translation>
    </message>
    <message>
        <source>직원 계산대에서 번호를 말해 주세요. %1까지 맡아 둬요</source>
        <translation>Say this number at a staffed lane. Kept until %1</translation>
    </message>
    <message>
        <source>직원 계산대 %1</source>
        <translation>Staffed lane %1</translation>
    </message>
    <message>
        <source>%1번 계산대</source>
        <translation>Lane %1</translation>
    </message>
</context>
<context>
    <name>LaneWays</name>
    <message>
        <source>카드 안 돼요</source>
        <translation>No cards</translation>
    </message>
    <message>
        <source>이 계산대</source>
        <translation>This lane</translation>
    </message>
    <message>
        <source>길 보기</source>
        <translation>Show the way</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>담은 상품은 그대로예요</source>
        <translation>Your basket stays as it is</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>처음부터 다시 할까요?</source>
        <translation>Start over?</translation>
    </message>
    <message>
        <source>처음 화면으로 돌아가요</source>
        <translation>You’ll go back to the start</translation>
    </message>
    <message>
        <source>담은 상품을 모두 비우고 처음 화면으로 돌아가요</source>
        <translation>Your basket will be emptied</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>비우고 처음으로</source>
        <translation>Empty and start over</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>%1 · 1kg %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>회원은 1개 %1</source>
        <translation>%1 each for members</translation>
    </message>
    <message>
        <source>회원은 1kg %1</source>
        <translation>%1 per kg for members</translation>
    </message>
    <message>
        <source>지금 가격</source>
        <translation>Price now</translation>
    </message>
    <message>
        <source>아직 못 받은 행사 · %1</source>
        <translation>Not reached yet · %1</translation>
    </message>
    <message>
        <source>%1에 끝났어요</source>
        <translation>Ended on %1</translation>
    </message>
    <message>
        <source>지난 행사 · %1</source>
        <translation>Ended · %1</translation>
    </message>
    <message>
        <source>바코드에 적힌 가격</source>
        <translation>Price in the barcode</translation>
    </message>
    <message numerus="yes">
        <source>%n개 × %1</source>
        <translation><numerusform>%n × %1</numerusform><numerusform>%n × %1</numerusform></translation>
    </message>
    <message>
        <source>%1부터 정상가</source>
        <translation>Regular price since %1</translation>
    </message>
    <message>
        <source>직원이 1kg %1으로 고쳤어요</source>
        <translation>Staff set %1 per kg</translation>
    </message>
    <message>
        <source>직원이 1개 %1으로 고쳤어요</source>
        <translation>Staff set %1 each</translation>
    </message>
    <message>
        <source>진열대 가격</source>
        <translation>Shelf price</translation>
    </message>
    <message>
        <source>포장이 상한 상품</source>
        <translation>Damaged pack</translation>
    </message>
    <message>
        <source>직원 할인</source>
        <translation>Staff discount</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>Age check</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>Staff check</translation>
    </message>
    <message>
        <source>회원가</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>%1 · 병 보증금 %2</source>
        <translation>%1 · bottle deposit %2</translation>
    </message>
    <message>
        <source>판매자 %1</source>
        <translation>Sold by %1</translation>
    </message>
    <message>
        <source>%1 할인</source>
        <translation>%1 off</translation>
    </message>
    <message>
        <source>1개 %1</source>
        <translation>%1 each</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n개</source>
        <translation><numerusform>%1 and %n more</numerusform><numerusform>%1 and %n more</numerusform></translation>
    </message>
    <message>
        <source>%1 · %2 할인</source>
        <translation>%1 · %2 off</translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · until %2</translation>
    </message>
</context>
<context>
    <name>LineItemRow</name>
    <message>
        <source>왜 이 가격인지 보기</source>
        <translation>See why this price</translation>
    </message>
    <message>
        <source>다시 재기</source>
        <translation>Reweigh</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>매장 지도, %1, %2</source>
        <translation>Store map, %1, %2</translation>
    </message>
</context>
<context>
    <name>MapSheet</name>
    <message>
        <source>위치를 알 수 없어요</source>
        <translation>We don’t know where it is</translation>
    </message>
    <message>
        <source>%1 · 가져와서 바코드를 비춰 주세요</source>
        <translation>%1 · Bring it here and scan it</translation>
    </message>
    <message>
        <source>직원에게 물어봐 주세요</source>
        <translation>Please ask staff</translation>
    </message>
    <message>
        <source>%1 · 여기서 카드로 결제할 수 있어요</source>
        <translation>%1 · You can pay by card here</translation>
    </message>
    <message>
        <source>알겠어요</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>MemberScreen</name>
    <message>
        <source>회원으로 담고 있어요</source>
        <translation>Member prices are on</translation>
    </message>
    <message>
        <source>회원이 아니어도 살 수 있어요</source>
        <translation>You don’t need to be a member</translation>
    </message>
    <message>
        <source>쿠폰이나 회원 바코드를 비춰 주세요</source>
        <translation>Scan a coupon or member barcode</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>Coupon · Member</translation>
    </message>
    <message>
        <source>회원 앱이나 카드의 바코드를 빨간 빛에 비춰 주세요</source>
        <translation>Hold the barcode in your app or on your card under the red light</translation>
    </message>
    <message>
        <source>쿠폰은 결제할 때 사용돼요. 결제하지 않으면 그대로 남아요</source>
        <translation>Coupons are used when you pay. If you don’t, you keep them</translation>
    </message>
    <message>
        <source>회원가가 있는 상품은 바로 바뀌어요</source>
        <translation>Member prices apply at once</translation>
    </message>
    <message>
        <source>장바구니로</source>
        <translation>Back to basket</translation>
    </message>
</context>
<context>
    <name>NotPaidScreen</name>
    <message>
        <source>단말기의 답을 기다려요. 화면이 저절로 바뀌어요</source>
        <translation>Waiting for the terminal. The screen will change by itself</translation>
    </message>
    <message>
        <source>다시 결제하지 마세요</source>
        <translation>Please don’t pay again</translation>
    </message>
    <message>
        <source>직원이 와서 확인해요. 화면이 저절로 바뀌어요</source>
        <translation>Staff will come and check. This screen changes by itself</translation>
    </message>
    <message>
        <source>오래 걸리면 직원을 불러 주세요</source>
        <translation>Call staff if it takes long</translation>
    </message>
    <message>
        <source>끝나면 화면이 저절로 바뀌어요</source>
        <translation>This screen changes by itself when it’s done</translation>
    </message>
    <message>
        <source>한도나 잔액을 확인해 주세요</source>
        <translation>Check your limit or balance</translation>
    </message>
    <message>
        <source>다른 카드나 휴대폰으로 결제해 주세요</source>
        <translation>Try another card or your phone</translation>
    </message>
    <message>
        <source>어려우면 직원을 불러 주세요</source>
        <translation>Call staff if you need help</translation>
    </message>
    <message>
        <source>카드의 방향을 보고 끝까지 꽂아 주세요</source>
        <translation>Check which way round the card goes and push it right in</translation>
    </message>
    <message>
        <source>카드를 다시 꽂거나 대 주세요</source>
        <translation>Insert or tap your card again</translation>
    </message>
    <message>
        <source>확인하는 금액</source>
        <translation>Amount being checked</translation>
    </message>
    <message>
        <source>결제할 금액</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>돌려드리는 금액</source>
        <translation>Amount coming back to you</translation>
    </message>
    <message>
        <source>지금은 이렇게 해 주세요</source>
        <translation>For now</translation>
    </message>
    <message>
        <source>이렇게 해 보세요</source>
        <translation>What you can try</translation>
    </message>
    <message>
        <source>다시 결제하기</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>Send to a staffed lane</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>Staff called</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>장바구니 보기</source>
        <translation>Back to basket</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>직원에게 알렸어요. 다른 상품을 먼저 담아 주세요</source>
        <translation>Staff have been told. Keep scanning</translation>
    </message>
    <message>
        <source>처음 보는 상품이에요</source>
        <translation>We don’t know this item</translation>
    </message>
    <message>
        <source>바코드를 읽지 못했어요</source>
        <translation>Couldn’t read that</translation>
    </message>
    <message>
        <source>포장을 펴고 다시 비춰 주세요</source>
        <translation>Flatten the pack and try again</translation>
    </message>
    <message>
        <source>코드가 두 개 보여요</source>
        <translation>Two codes are in view</translation>
    </message>
    <message>
        <source>하나만 비춰 주세요</source>
        <translation>Show just one</translation>
    </message>
    <message>
        <source>조금 더 가까이 비춰 주세요</source>
        <translation>Hold it a little closer</translation>
    </message>
    <message>
        <source>바코드가 작게 보여요</source>
        <translation>The barcode looks too small</translation>
    </message>
    <message>
        <source>포장을 펴서 비춰 주세요</source>
        <translation>Flatten the pack</translation>
    </message>
    <message>
        <source>구겨지거나 번들거려서 읽지 못했어요</source>
        <translation>It’s creased or shiny, so we couldn’t read it</translation>
    </message>
    <message>
        <source>상품을 조금 돌려 주세요</source>
        <translation>Turn it a little</translation>
    </message>
    <message>
        <source>바코드가 비스듬해요</source>
        <translation>The barcode is at an angle</translation>
    </message>
    <message>
        <source>잠시 그대로 두세요</source>
        <translation>Hold still a moment</translation>
    </message>
    <message>
        <source>흔들려서 읽지 못했어요</source>
        <translation>It moved, so we couldn’t read it</translation>
    </message>
    <message>
        <source>밝은 쪽으로 비춰 주세요</source>
        <translation>Hold it in the light</translation>
    </message>
    <message>
        <source>어두워서 읽지 못했어요</source>
        <translation>It’s too dark to read</translation>
    </message>
    <message>
        <source>포장의 QR 코드를 비춰 주세요</source>
        <translation>Show the QR code on the pack</translation>
    </message>
    <message>
        <source>%item은(는) 소비기한을 확인하고 담아요</source>
        <translation>We check the use-by date of %item first</translation>
    </message>
    <message>
        <source>소비기한을 알 수 없는 상품이에요</source>
        <translation>We can’t tell the use-by date</translation>
    </message>
    <message>
        <source>소비기한이 지난 상품이에요</source>
        <translation>This is past its use-by date</translation>
    </message>
    <message>
        <source>%item은(는) 팔지 않아요. 직원에게 건네 주세요</source>
        <translation>We don’t sell %item. Please hand it to staff</translation>
    </message>
    <message>
        <source>이미 담은 라벨이에요</source>
        <translation>That label is already in</translation>
    </message>
    <message>
        <source>라벨이 같은 %item이(가) 하나 더 있나요?</source>
        <translation>Is there another %item with the same label?</translation>
    </message>
    <message>
        <source>이미 담은 상품이에요</source>
        <translation>This one is already in your basket</translation>
    </message>
    <message>
        <source>같은 포장은 한 번만 담아요</source>
        <translation>Each pack is added once</translation>
    </message>
    <message>
        <source>카드로 결제하거나 직원에게 물어봐 주세요</source>
        <translation>Pay by card, or ask our staff</translation>
    </message>
    <message>
        <source>결제하기를 누르고 다시 비춰 주세요</source>
        <translation>Press Pay, then show it again</translation>
    </message>
    <message>
        <source>이미 쓴 상품권이에요</source>
        <translation>This voucher was used already</translation>
    </message>
    <message>
        <source>기한이 지난 상품권이에요</source>
        <translation>This voucher has expired</translation>
    </message>
    <message>
        <source>상품권이 낼 금액보다 커요</source>
        <translation>The voucher is worth more than the amount</translation>
    </message>
    <message>
        <source>거스름돈이 없어서 쓸 수 없어요. 상품을 더 담아도 돼요</source>
        <translation>We give no change here. You can add more items</translation>
    </message>
    <message>
        <source>확인할 수 없는 상품권이에요</source>
        <translation>We can’t verify this voucher</translation>
    </message>
    <message>
        <source>이 계산대에서는 쓸 수 없는 상품권이에요</source>
        <translation>This voucher can’t be used here</translation>
    </message>
    <message>
        <source>이 계산대에서는 아직 쓸 수 없어요. 직원에게 물어봐 주세요</source>
        <translation>This kiosk can’t take it yet. Please ask staff</translation>
    </message>
    <message>
        <source>상품권이에요</source>
        <translation>That’s a gift voucher</translation>
    </message>
    <message>
        <source>영수증이에요</source>
        <translation>That’s a receipt</translation>
    </message>
    <message>
        <source>교환·환불은 직원이 도와 드려요</source>
        <translation>Staff can help with returns and refunds</translation>
    </message>
    <message>
        <source>맡겨 둔 장바구니 번호예요</source>
        <translation>That’s the number of a saved basket</translation>
    </message>
    <message>
        <source>이 계산대에서는 아직 열 수 없어요. 직원에게 보여 주세요</source>
        <translation>This kiosk can’t open it yet. Please show it to staff</translation>
    </message>
    <message>
        <source>모바일 신분증이에요</source>
        <translation>That’s a mobile ID</translation>
    </message>
    <message>
        <source>성인 확인은 직원이 해요</source>
        <translation>Staff check ages here</translation>
    </message>
    <message>
        <source>신분증을 직원에게 보여 주세요</source>
        <translation>Please show your ID to staff</translation>
    </message>
    <message>
        <source>지금은 팔지 않는 상품이에요</source>
        <translation>This isn’t for sale right now</translation>
    </message>
    <message>
        <source>%item은(는) 담지 않았어요. 직원에게 건네 주세요</source>
        <translation>%item wasn’t added. Please hand it to staff</translation>
    </message>
    <message>
        <source>매장에서는 팔지 않는 상품이에요</source>
        <translation>This isn’t sold in the store</translation>
    </message>
    <message>
        <source>상품 찾기에서 배송으로 주문할 수 있어요</source>
        <translation>Order it for delivery from Find item</translation>
    </message>
    <message>
        <source>결제 바코드예요</source>
        <translation>That’s a payment code</translation>
    </message>
    <message>
        <source>이 계산대에서는 카드로 결제할 수 있어요</source>
        <translation>You can pay by card at this lane</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n개</source>
        <translation><numerusform>%1 and %n more</numerusform><numerusform>%1 and %n more</numerusform></translation>
    </message>
    <message>
        <source>저울을 쓸 수 없어요</source>
        <translation>The scale isn’t working</translation>
    </message>
    <message>
        <source>직원을 불러 주시면 도와 드려요</source>
        <translation>Call staff and we’ll help</translation>
    </message>
    <message>
        <source>결제하는 중이에요</source>
        <translation>You’re paying right now</translation>
    </message>
    <message>
        <source>방금 스캔한 상품은 이번 결제에 들어가지 않아요</source>
        <translation>The item you scanned isn’t in this payment</translation>
    </message>
    <message>
        <source>계산하지 않은 상품이 있어요</source>
        <translation>There’s an item you haven’t paid for</translation>
    </message>
    <message>
        <source>결제하는 동안 스캔한 상품은 다시 담아 주세요</source>
        <translation>Scan the item again to buy it</translation>
    </message>
    <message>
        <source>행사 할인을 받았어요</source>
        <translation>Offer applied</translation>
    </message>
    <message>
        <source>%amount을 할인했어요</source>
        <translation>You saved %amount</translation>
    </message>
    <message>
        <source>회원가로 바뀌었어요</source>
        <translation>Member price applied</translation>
    </message>
    <message>
        <source>%amount 싸게 살 수 있어요</source>
        <translation>You save %amount</translation>
    </message>
    <message>
        <source>등록된 회원 번호가 아니에요</source>
        <translation>That isn’t a member code</translation>
    </message>
    <message>
        <source>회원 바코드를 다시 비춰 주세요. 회원이 아니어도 살 수 있어요</source>
        <translation>Scan it again, or shop without it</translation>
    </message>
    <message>
        <source>가격이 내렸어요</source>
        <translation>The price went down</translation>
    </message>
    <message>
        <source>%item %amount 싸게 살 수 있어요</source>
        <translation>%item: %amount less</translation>
    </message>
    <message>
        <source>직원이 가격을 고쳤어요</source>
        <translation>Staff changed the price</translation>
    </message>
    <message>
        <source>코드를 단말기에 보여 주세요. 안 되면 카드로 결제할 수 있어요</source>
        <translation>Show the code to the terminal. If it won’t take it, pay by card</translation>
    </message>
    <message>
        <source>결제하기를 누르면 쓸 수 있어요</source>
        <translation>You can use it after Pay now</translation>
    </message>
    <message>
        <source>한 번에 99개까지 담을 수 있어요</source>
        <translation>You can add up to 99</translation>
    </message>
    <message>
        <source>더 필요하면 직원을 불러 주세요</source>
        <translation>Call staff if you need more</translation>
    </message>
    <message>
        <source>지금은 저장하지 못했어요</source>
        <translation>Couldn’t save that just now</translation>
    </message>
    <message>
        <source>결제하지 않았고 장바구니는 그대로예요. 직원을 불러 주세요</source>
        <translation>You weren’t charged and your basket is safe. Please call staff</translation>
    </message>
    <message>
        <source>장바구니를 지켜 두었어요</source>
        <translation>We’ve kept your basket</translation>
    </message>
    <message>
        <source>5분 안에 돌아오면 이어서 담을 수 있어요</source>
        <translation>Come back within 5 minutes to continue</translation>
    </message>
    <message>
        <source>%item은(는) 뺐어요</source>
        <translation>%item was removed</translation>
    </message>
    <message>
        <source>성인 확인이 되지 않았어요. 다른 상품은 그대로예요</source>
        <translation>The age check didn’t go through. Other items are still there</translation>
    </message>
    <message>
        <source>성인 확인이 끝났어요</source>
        <translation>Age check done</translation>
    </message>
    <message>
        <source>이어서 결제할 수 있어요</source>
        <translation>You can go on to pay</translation>
    </message>
    <message>
        <source>지금은 그렇게 받을 수 없어요</source>
        <translation>That isn’t possible right now</translation>
    </message>
    <message>
        <source>%item을(를) 받을 다른 방법을 골라 주세요</source>
        <translation>Choose another way to get %item</translation>
    </message>
    <message>
        <source>%item을(를) 뺐어요</source>
        <translation>Removed %item</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>Staff have checked</translation>
    </message>
    <message>
        <source>%item을(를) 담았어요</source>
        <translation>%item is in your basket</translation>
    </message>
    <message>
        <source>직원이 건네지 못했어요. 다른 상품은 그대로예요</source>
        <translation>Staff couldn’t hand it over. The rest stays</translation>
    </message>
    <message>
        <source>%item을(를) 다시 비춰 주세요</source>
        <translation>Please scan %item again</translation>
    </message>
    <message>
        <source>직원이 먼저 살펴볼게요</source>
        <translation>Staff will look at it first</translation>
    </message>
    <message>
        <source>%item은(는) 직원이 확인하면 담을 수 있어요</source>
        <translation>You can add %item once staff have checked it</translation>
    </message>
    <message>
        <source>품질유지기한이 지난 상품이에요</source>
        <translation>This is past its best-before date</translation>
    </message>
    <message>
        <source>지금은 안전을 확인할 수 없는 상품이에요</source>
        <translation>We can’t confirm this item is safe right now</translation>
    </message>
    <message>
        <source>방금 판매가 멈춘 상품이에요</source>
        <translation>This item has just been withdrawn</translation>
    </message>
    <message>
        <source>%item은(는) 뺐어요. 직원에게 건네 주세요. 다른 상품은 그대로예요</source>
        <translation>We took out %item. Please hand it to staff. The rest stays</translation>
    </message>
    <message>
        <source>%item은(는) 더 담지 않았어요</source>
        <translation>No more of %item was added</translation>
    </message>
    <message>
        <source>직원이 있을 때만 파는 상품이에요</source>
        <translation>Sold only while staff are here</translation>
    </message>
    <message>
        <source>지금은 직원이 없어서 %item은(는) 담지 않았어요</source>
        <translation>No staff are here now, so %item wasn’t added</translation>
    </message>
    <message>
        <source>지금은 살 수 없는 시간이에요</source>
        <translation>This can’t be bought at this hour</translation>
    </message>
    <message>
        <source>%item은(는) %when부터 살 수 있어요</source>
        <translation>You can buy %item from %when</translation>
    </message>
    <message>
        <source>한 번에 %count개까지 살 수 있어요</source>
        <translation>Up to %count per purchase</translation>
    </message>
    <message>
        <source>한 분이 %count개까지 살 수 있어요</source>
        <translation>Up to %count per person</translation>
    </message>
    <message>
        <source>%amount 더 담으면 할인돼요</source>
        <translation>Add %amount more to get it</translation>
    </message>
    <message>
        <source>%item을(를) 담으면 할인돼요</source>
        <translation>Add %item to get it</translation>
    </message>
    <message numerus="yes">
        <source>‘%name’ 상품을 담으면 할인돼요</source>
        <translation><numerusform>Add goods for “%name” to get it</numerusform><numerusform>Add goods for “%name” to get it</numerusform></translation>
    </message>
    <message>
        <source>해당하는 상품을 담으면 할인돼요</source>
        <translation>Add goods it is for to get it</translation>
    </message>
    <message>
        <source>쿠폰 −%amount 쓸게요</source>
        <translation>Using coupon −%amount</translation>
    </message>
    <message>
        <source>결제하면 사용돼요</source>
        <translation>It’s used when you pay</translation>
    </message>
    <message>
        <source>아직 쿠폰을 쓸 상품이 없어요</source>
        <translation>Nothing for this coupon yet</translation>
    </message>
    <message>
        <source>회원만 쓸 수 있는 쿠폰이에요</source>
        <translation>This coupon is for members</translation>
    </message>
    <message>
        <source>회원 바코드를 비추면 할인돼요</source>
        <translation>Scan your member barcode to get it</translation>
    </message>
    <message>
        <source>이미 담은 쿠폰이에요</source>
        <translation>That coupon is already in</translation>
    </message>
    <message>
        <source>같은 쿠폰은 한 번에 한 장만 쓸 수 있어요</source>
        <translation>One coupon of a kind per purchase</translation>
    </message>
    <message>
        <source>제휴 카드로 %amount 할인했어요</source>
        <translation>Partner card: %amount off</translation>
    </message>
    <message>
        <source>결제할 때 함께 적용돼요</source>
        <translation>It applies when you pay</translation>
    </message>
    <message>
        <source>제휴 카드를 확인했어요</source>
        <translation>Partner card accepted</translation>
    </message>
    <message>
        <source>쿠폰 없이 계속 담을 수 있어요</source>
        <translation>You can go on without it</translation>
    </message>
    <message>
        <source>직원에게 보여 주세요</source>
        <translation>Please show it to staff</translation>
    </message>
    <message>
        <source>이미 사용한 쿠폰이에요</source>
        <translation>That coupon has been used</translation>
    </message>
    <message>
        <source>기간이 지난 쿠폰이에요</source>
        <translation>That coupon has ended</translation>
    </message>
    <message>
        <source>지금은 쓸 수 없는 쿠폰이에요</source>
        <translation>That coupon can’t be used now</translation>
    </message>
    <message>
        <source>쓸 수 있는 날과 매장을 확인해 주세요</source>
        <translation>Check its days and stores</translation>
    </message>
    <message>
        <source>이 매장에 없는 쿠폰이에요</source>
        <translation>We don’t know that coupon</translation>
    </message>
    <message>
        <source>이 매장에서는 쓸 수 없는 쿠폰이에요</source>
        <translation>That coupon can’t be used here</translation>
    </message>
    <message>
        <source>지금은 쿠폰을 확인할 수 없어요</source>
        <translation>Can’t check coupons right now</translation>
    </message>
    <message>
        <source>다음에 쓸 수 있어요</source>
        <translation>You can use it next time</translation>
    </message>
    <message>
        <source>포인트를 주는 쿠폰이에요</source>
        <translation>That coupon gives points</translation>
    </message>
    <message>
        <source>이 매장에서 쓸 수 없는 카드예요</source>
        <translation>That card can’t be used here</translation>
    </message>
</context>
<context>
    <name>NowCard</name>
    <message>
        <source>담았어요</source>
        <translation>Added</translation>
    </message>
</context>
<context>
    <name>OrderKeptScreen</name>
    <message>
        <source>주문을 저장했어요</source>
        <translation>Order saved</translation>
    </message>
    <message>
        <source>주문은 아직 결제하지 않았어요</source>
        <translation>The order isn’t paid yet</translation>
    </message>
    <message>
        <source>한 번 더 인쇄</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>종이로 받기</source>
        <translation>Print it</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>1 more min</translation>
    </message>
    <message>
        <source>인터넷 연결이 잠시 끊겼어요</source>
        <translation>We’re offline for a moment</translation>
    </message>
    <message>
        <source>저장한 주문은 사라지지 않아요</source>
        <translation>Your saved order is safe</translation>
    </message>
    <message>
        <source>확인했어요</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>다 챙겼어요</source>
        <translation>I have everything</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요</source>
        <translation>Back to start in %1 s</translation>
    </message>
</context>
<context>
    <name>OrdersCard</name>
    <message>
        <source>주문번호</source>
        <translation>Order number</translation>
    </message>
</context>
<context>
    <name>OtherTenders</name>
    <message>
        <source>같은 금액 %1</source>
        <translation>Same amount %1</translation>
    </message>
    <message>
        <source>다음 카드로 결제해요</source>
        <translation>Pay with the next card</translation>
    </message>
    <message>
        <source>나눠서 결제</source>
        <translation>Split the payment</translation>
    </message>
    <message>
        <source>금액을 나눠 결제해요</source>
        <translation>Share the amount over several cards</translation>
    </message>
    <message>
        <source>QR · 바코드 결제</source>
        <translation>QR · barcode pay</translation>
    </message>
    <message>
        <source>간편결제 앱의 코드를 스캐너에 비춰 주세요</source>
        <translation>Show the code in your pay app to the scanner</translation>
    </message>
    <message>
        <source>상품권은 QR을 비춰 주세요</source>
        <translation>Gift voucher? Show its QR code</translation>
    </message>
    <message>
        <source>남은 금액은 카드로 결제해요</source>
        <translation>Pay the rest by card</translation>
    </message>
</context>
<context>
    <name>PagedList</name>
    <message>
        <source>%1가지 중 %2–%3</source>
        <translation>%2–%3 of %1</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>ParkSheet</name>
    <message>
        <source>직원 계산대로 보낼까요?</source>
        <translation>Send it to a staffed lane?</translation>
    </message>
    <message>
        <source>번호를 알려 드려요. 상품을 들고 가서 번호를 말하면 다시 스캔하지 않아도 돼요</source>
        <translation>You get a number. Take your items there and say it: no need to scan again</translation>
    </message>
    <message>
        <source>번호 받기</source>
        <translation>Get a number</translation>
    </message>
    <message>
        <source>계속 담을게요</source>
        <translation>Keep shopping</translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message>
        <source>장바구니를 보냈어요</source>
        <translation>Basket sent</translation>
    </message>
    <message>
        <source>장바구니 번호</source>
        <translation>Basket number</translation>
    </message>
    <message>
        <source>알겠어요</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>PartlyPaidScreen</name>
    <message>
        <source>남은 금액을 결제해 주세요</source>
        <translation>Please pay the rest</translation>
    </message>
    <message>
        <source>남은 금액 %1</source>
        <translation>Left to pay: %1</translation>
    </message>
    <message>
        <source>지금은 카드를 쓸 수 없어요</source>
        <translation>Cards don’t work right now</translation>
    </message>
    <message>
        <source>그만하고 돌려받기</source>
        <translation>Stop and get it back</translation>
    </message>
</context>
<context>
    <name>PaySummary</name>
    <message>
        <source>결제할 금액</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>남은 금액</source>
        <translation>Left to pay</translation>
    </message>
    <message>
        <source>골랐어요</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>고르기</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>낸 금액 · %1</source>
        <translation>Paid · %1</translation>
    </message>
    <message>
        <source>포인트로 결제</source>
        <translation>Pay with points</translation>
    </message>
    <message>
        <source>포인트 덜 쓰기</source>
        <translation>Use fewer points</translation>
    </message>
    <message>
        <source>%1 쓰기</source>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>포인트 더 쓰기</source>
        <translation>Use more points</translation>
    </message>
    <message>
        <source>현금영수증</source>
        <translation>Cash receipt</translation>
    </message>
    <message>
        <source>바꾸기</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>배송·픽업 주문은 저장만 해요</source>
        <translation>Delivery and pick-up orders are only saved</translation>
    </message>
    <message>
        <source>아직 결제하지 않아요</source>
        <translation>Not charged yet</translation>
    </message>
</context>
<context>
    <name>PayTile</name>
    <message>
        <source>카드 · 휴대폰 터치</source>
        <translation>Card or phone</translation>
    </message>
    <message>
        <source>단말기에 꽂거나 가까이 대 주세요</source>
        <translation>Insert or tap at the terminal</translation>
    </message>
    <message>
        <source>신용·체크카드</source>
        <translation>Credit and debit</translation>
    </message>
    <message>
        <source>휴대폰 결제</source>
        <translation>Phone payments</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>현금은 직원 계산대에서 결제할 수 있어요</source>
        <translation>Pay cash at a staffed lane</translation>
    </message>
    <message>
        <source>현금은 %1, 직원 계산대에서 결제할 수 있어요</source>
        <translation>Pay cash (%1) at a staffed lane</translation>
    </message>
    <message>
        <source>직원에게 보여 줄 번호 %1</source>
        <translation>Code for staff %1</translation>
    </message>
    <message>
        <source>앞 결제를 확인하고 있어요</source>
        <translation>Checking the last payment</translation>
    </message>
    <message>
        <source>카드 단말기와 연결이 끊겼어요</source>
        <translation>The card terminal is not connected</translation>
    </message>
    <message>
        <source>결제했어요</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>영수증을 준비하고 있어요</source>
        <translation>Getting your receipt ready</translation>
    </message>
    <message>
        <source>결제를 준비하고 있어요</source>
        <translation>Getting the payment ready</translation>
    </message>
    <message>
        <source>카드를 빼지 마세요</source>
        <translation>Don’t remove your card</translation>
    </message>
    <message>
        <source>카드를 꽂거나
가까이 대 주세요</source>
        <translation>Insert or tap
your card</translation>
    </message>
    <message>
        <source>휴대폰 결제도 여기에 대 주세요</source>
        <translation>Tap your phone here, too</translation>
    </message>
    <message>
        <source>카드를 읽고 있어요</source>
        <translation>Reading your card</translation>
    </message>
    <message>
        <source>카드를 읽지 못했어요</source>
        <translation>Couldn’t read the card</translation>
    </message>
    <message>
        <source>방향을 보고 다시 꽂거나 가까이 대 주세요</source>
        <translation>Check which way round it goes, then insert or tap again</translation>
    </message>
    <message>
        <source>결제 앱으로 QR을 찍거나 앱의 코드를 단말기에 보여 주세요</source>
        <translation>Scan the QR with your pay app, or show the app’s code to the terminal</translation>
    </message>
    <message>
        <source>카드사에 확인하고 있어요</source>
        <translation>Checking with your bank</translation>
    </message>
    <message>
        <source>단말기가 처리하고 있어요</source>
        <translation>The terminal is working on it</translation>
    </message>
    <message>
        <source>카드를 꺼내 주세요</source>
        <translation>Take your card</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>Staff have checked</translation>
    </message>
    <message>
        <source>결제되지 않았어요. 나중에 승인된 것으로 나오면 그대로 돌려드려요</source>
        <translation>You weren’t charged. If it turns out otherwise, you get it all back</translation>
    </message>
    <message>
        <source>카드사에서
승인하지 않았어요</source>
        <translation>Your card
wasn’t approved</translation>
    </message>
    <message>
        <source>카드 단말기가 다른 일을 하고 있어요</source>
        <translation>The card terminal is busy</translation>
    </message>
    <message>
        <source>카드 단말기를 확인할 수 없어서 쓰지 않아요</source>
        <translation>The card terminal can’t be verified, so it isn’t used</translation>
    </message>
    <message>
        <source>카드 단말기의 종이가 떨어졌어요</source>
        <translation>The card terminal is out of paper</translation>
    </message>
    <message>
        <source>카드 단말기가 마감을 기다리고 있어요</source>
        <translation>The card terminal is due for its end of day</translation>
    </message>
    <message>
        <source>카드 단말기를 직원이 살펴봐야 해요</source>
        <translation>Staff need to look at the card terminal</translation>
    </message>
    <message numerus="yes">
        <source>%n개월 할부</source>
        <translation><numerusform>%n-month instalments</numerusform><numerusform>%n-month instalments</numerusform></translation>
    </message>
    <message>
        <source>일시불</source>
        <translation>Pay in full</translation>
    </message>
    <message numerus="yes">
        <source>%n개월</source>
        <translation><numerusform>%n month</numerusform><numerusform>%n months</numerusform></translation>
    </message>
    <message>
        <source>결제를 취소하고 있어요</source>
        <translation>Cancelling the payment</translation>
    </message>
    <message>
        <source>단말기의 답을 기다리고 있어요. 다시 결제하지 마세요</source>
        <translation>Waiting for the terminal. Please don’t pay again</translation>
    </message>
    <message>
        <source>돈은 빠져나가지 않았어요. 장바구니도 그대로예요</source>
        <translation>You weren’t charged. Your basket is safe</translation>
    </message>
    <message>
        <source>여기서는 돈이 빠져나가지 않았어요. 먼저 낸 금액은 그대로예요</source>
        <translation>This one took no money. What you paid before still counts</translation>
    </message>
    <message>
        <source>낸 금액을 모두 돌려드렸어요. 장바구니도 그대로예요</source>
        <translation>You got everything back. Your basket is safe</translation>
    </message>
    <message>
        <source>결제됐는지 확인하고 있어요</source>
        <translation>Checking your payment</translation>
    </message>
    <message>
        <source>단말기에
비밀번호를 눌러 주세요</source>
        <translation>Enter your PIN
on the terminal</translation>
    </message>
    <message>
        <source>단말기에서
QR로 결제해 주세요</source>
        <translation>Pay by QR
on the terminal</translation>
    </message>
    <message>
        <source>카드를 꺼내면 결과를 알려 드려요</source>
        <translation>Take it out to see the result</translation>
    </message>
    <message>
        <source>다시 결제하지 말고 잠시 기다려 주세요</source>
        <translation>Please wait, don’t pay again</translation>
    </message>
    <message>
        <source>낸 금액을 돌려드리고 있어요</source>
        <translation>Giving your money back</translation>
    </message>
    <message>
        <source>끝나면 바로 알려 드려요. 잠시만 기다려 주세요</source>
        <translation>We’ll tell you as soon as it’s done. Please wait a moment</translation>
    </message>
    <message>
        <source>서명이 필요한 카드예요</source>
        <translation>This card needs a signature</translation>
    </message>
    <message>
        <source>여기서는 서명을 받을 수 없어서 낸 금액을 돌려드렸어요. 장바구니는 그대로예요</source>
        <translation>We can’t take a signature here, so you got your money back. Your basket is safe</translation>
    </message>
    <message>
        <source>결제를 마치지 못했어요</source>
        <translation>The payment wasn’t completed</translation>
    </message>
    <message>
        <source>결제를 시작하지 못했어요</source>
        <translation>The payment couldn’t start</translation>
    </message>
    <message>
        <source>할인받을 카드가 아니에요</source>
        <translation>That isn’t the card with the discount</translation>
    </message>
    <message>
        <source>낸 금액은 돌려드렸어요. 다시 고르거나 할인 없이 결제할 수 있어요</source>
        <translation>You got your money back. Choose again, or pay without the discount</translation>
    </message>
    <message>
        <source>결제를 취소했어요</source>
        <translation>Payment cancelled</translation>
    </message>
    <message>
        <source>카드 단말기를 쓸 수 없어요</source>
        <translation>The card terminal isn’t working</translation>
    </message>
    <message>
        <source>직원이 결제를 확인해야 해요</source>
        <translation>Staff need to check the payment</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>Gift voucher</translation>
    </message>
    <message>
        <source>포인트</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>이 카드로 모두 내면 %1 → %2</source>
        <translation>%1 → %2 if this card pays it all</translation>
    </message>
    <message>
        <source>이 페이로 모두 내면 %1 → %2</source>
        <translation>%1 → %2 if this pay app pays it all</translation>
    </message>
    <message numerus="yes">
        <source>%n번으로 나눠요</source>
        <translation><numerusform>Once</numerusform><numerusform>%n payments</numerusform></translation>
    </message>
    <message>
        <source>쓸 수 있는 포인트 %1</source>
        <translation>Points you can use: %1</translation>
    </message>
    <message>
        <source>%1부터 쓸 수 있어요</source>
        <translation>You can use points from %1</translation>
    </message>
    <message>
        <source>포인트를 확인하고 있어요</source>
        <translation>Checking your points</translation>
    </message>
    <message>
        <source>포인트가 없는 회원이에요</source>
        <translation>This member has no points</translation>
    </message>
    <message>
        <source>지금은 포인트를 쓸 수 없어요</source>
        <translation>Points can’t be used right now</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요</source>
        <translation>Please wait a moment</translation>
    </message>
    <message>
        <source>취소하고 있어요</source>
        <translation>Cancelling</translation>
    </message>
    <message>
        <source>포인트도 장바구니도 그대로예요</source>
        <translation>Your points and basket are unchanged</translation>
    </message>
    <message>
        <source>포인트를 쓰지 못했어요</source>
        <translation>Your points couldn’t be used</translation>
    </message>
    <message>
        <source>포인트를 쓰지 않았어요</source>
        <translation>No points were used</translation>
    </message>
    <message>
        <source>상품권도 장바구니도 그대로예요</source>
        <translation>Your voucher and basket are unchanged</translation>
    </message>
    <message>
        <source>상품권을 확인하고 있어요</source>
        <translation>Checking your voucher</translation>
    </message>
    <message>
        <source>이 상품권은 쓸 수 없어요</source>
        <translation>This voucher can’t be used</translation>
    </message>
    <message>
        <source>상품권을 쓰지 않았어요</source>
        <translation>The voucher wasn’t used</translation>
    </message>
    <message>
        <source>지금은 상품권을 확인할 수 없어요</source>
        <translation>Vouchers can’t be checked right now</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>No barcode</translation>
    </message>
    <message>
        <source>모두 %1가지</source>
        <translation>%1 in all</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>%2자리 가운데 %1자리를 눌렀어요</source>
        <translation>%1 of %2 digits entered</translation>
    </message>
    <message>
        <source>모두 지움</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>한 자리 지움</source>
        <translation>Delete one digit</translation>
    </message>
</context>
<context>
    <name>PriceSheet</name>
    <message>
        <source>얼마로 고칠까요?</source>
        <translation>What should it cost?</translation>
    </message>
    <message>
        <source>이 가격으로 고치기</source>
        <translation>Set this price</translation>
    </message>
    <message>
        <source>가격을 눌러 주세요</source>
        <translation>Enter a price</translation>
    </message>
</context>
<context>
    <name>Produce</name>
    <message numerus="yes">
        <source>봉투 %n개를 담았어요</source>
        <translation><numerusform>%n bag added</numerusform><numerusform>%n bags added</numerusform></translation>
    </message>
    <message>
        <source>1kg %1</source>
        <translation>%1 per kg</translation>
    </message>
</context>
<context>
    <name>ProduceScreen</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>No barcode</translation>
    </message>
    <message>
        <source>그림을 골라 주세요</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>찾지 못했어요</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>다른 첫소리나 번호를 눌러 보세요</source>
        <translation>Try another letter or number</translation>
    </message>
    <message>
        <source>첫소리로 찾기</source>
        <translation>Find by letter</translation>
    </message>
    <message>
        <source>번호로 찾기</source>
        <translation>Find by number</translation>
    </message>
    <message>
        <source>이름을 몰라요</source>
        <translation>I don’t know its name</translation>
    </message>
</context>
<context>
    <name>Product</name>
    <message>
        <source>이 매장</source>
        <translation>This store</translation>
    </message>
    <message>
        <source>있어요</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>배송</source>
        <translation>Delivery</translation>
    </message>
    <message numerus="yes">
        <source>%n개</source>
        <translation><numerusform>%n pc</numerusform><numerusform>%n pcs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n개 · %1</source>
        <translation><numerusform>%n item · %1</numerusform><numerusform>%n items · %1</numerusform></translation>
    </message>
    <message>
        <source>받을 방법을 골라 주세요</source>
        <translation>Choose one to continue</translation>
    </message>
    <message>
        <source>어디 있는지 보기</source>
        <translation>See where it is</translation>
    </message>
    <message>
        <source>%1 담기</source>
        <translation>Add for %1</translation>
    </message>
    <message>
        <source>회원가</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>회원가 %1</source>
        <translation>Members %1</translation>
    </message>
    <message>
        <source>판매자 %1</source>
        <translation>Sold by %1</translation>
    </message>
    <message numerus="yes">
        <source>%n일 안에 취소할 수 있어요</source>
        <translation><numerusform>Cancel within %n day</numerusform><numerusform>Cancel within %n days</numerusform></translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>Add an address to see when it arrives</translation>
    </message>
</context>
<context>
    <name>ProductFacts</name>
    <message>
        <source>크게 보기</source>
        <translation>Show larger</translation>
    </message>
</context>
<context>
    <name>ProductScreen</name>
    <message>
        <source>뒤로</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>장바구니, 상품 %1</source>
        <translation>Basket, %1</translation>
    </message>
    <message>
        <source>받을 방법 고르기</source>
        <translation>Choose how to get it</translation>
    </message>
</context>
<context>
    <name>ProductStock</name>
    <message>
        <source>재고</source>
        <translation>Stock</translation>
    </message>
</context>
<context>
    <name>PromoNudge</name>
    <message>
        <source>하나는 맡길게요</source>
        <translation>Keep it for me</translation>
    </message>
    <message>
        <source>위치 보기</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>괜찮아요</source>
        <translation>No thanks</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR 코드</source>
        <translation>QR code</translation>
    </message>
</context>
<context>
    <name>QuantityStepper</name>
    <message>
        <source>%1 빼기</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>%1 하나 줄이기</source>
        <translation>One less %1</translation>
    </message>
    <message>
        <source>%1개</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 하나 더</source>
        <translation>One more %1</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>영수증 QR 코드</source>
        <translation>Receipt QR code</translation>
    </message>
    <message>
        <source>곧 올라와요</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>영수증을
휴대폰에 담아요</source>
        <translation>Receipt on
your phone</translation>
    </message>
    <message>
        <source>QR을 열고 그 화면을 그대로 두세요. 연결되면 영수증이 나와요</source>
        <translation>Open the QR and keep the page open. The receipt comes when we’re online</translation>
    </message>
    <message>
        <source>카메라로 QR을 비추면 영수증이 열려요. 교환·환불에도 쓸 수 있어요</source>
        <translation>Point your camera at the QR. It works for returns, too</translation>
    </message>
    <message>
        <source>인쇄하고 있어요</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>한 번 더 인쇄</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>종이로 받기</source>
        <translation>Print it</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>None</translation>
    </message>
    <message>
        <source>승인번호</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>영수증 번호</source>
        <translation>Receipt no.</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>우리가 요청한 것</source>
        <translation>What we asked</translation>
    </message>
    <message>
        <source>단말기가 말한 것</source>
        <translation>What the terminal says</translation>
    </message>
    <message>
        <source>맡을게요</source>
        <translation>I’ll take it</translation>
    </message>
</context>
<context>
    <name>ResumeCard</name>
    <message>
        <source>제 장바구니예요</source>
        <translation>It’s mine</translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>%1초 남았어요</source>
        <translation>%1 seconds left</translation>
    </message>
</context>
<context>
    <name>ScrollPage</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>%1 찾기</source>
        <translation>Search %1</translation>
    </message>
    <message>
        <source>이 매장에 있음</source>
        <translation>In this store</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>Name, initials, barcode</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>Search text</translation>
    </message>
    <message>
        <source>자판 올리기</source>
        <translation>Show keyboard</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>찾고 있어요</source>
        <translation>Searching</translation>
    </message>
    <message>
        <source>비슷한 상품이에요</source>
        <translation>Here’s something close</translation>
    </message>
    <message>
        <source>지금은 찾을 수 없어요</source>
        <translation>Search isn’t working right now</translation>
    </message>
    <message>
        <source>검색을 한 번 더 눌러 주세요</source>
        <translation>Press Search once more</translation>
    </message>
    <message>
        <source>띄어쓰기나 맞춤법을 확인해 주세요</source>
        <translation>Check the spelling or spacing</translation>
    </message>
    <message>
        <source>직원에게 물어보기</source>
        <translation>Ask staff</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>뒤로</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>상품 이름</source>
        <translation>Item name</translation>
    </message>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>Name, initials, barcode</translation>
    </message>
    <message>
        <source>장바구니, 상품 %1개</source>
        <translation>Basket, %1 items</translation>
    </message>
    <message>
        <source>이런 상품을 찾나요?</source>
        <translation>Looking for one of these?</translation>
    </message>
    <message>
        <source>상품 바코드를 스캔해도 바로 찾아요</source>
        <translation>You can also scan a barcode</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>셀프 계산대 %1</source>
        <translation>Self checkout %1</translation>
    </message>
    <message numerus="yes">
        <source>%1에 담던 장바구니가 있어요 · 상품 %n개</source>
        <translation><numerusform>A basket from %1 is here · %n item</numerusform><numerusform>A basket from %1 is here · %n items</numerusform></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>ShopMap</name>
    <message>
        <source>지금 여기</source>
        <translation>You are here</translation>
    </message>
</context>
<context>
    <name>ShopperPage</name>
    <message>
        <source>뒤로</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>More time</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>화면 설정</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>Staff called</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>Call staff</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>직원 확인</source>
        <translation>Staff check</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SplitSheet</name>
    <message>
        <source>몇 번으로 나눌까요?</source>
        <translation>How many payments?</translation>
    </message>
    <message>
        <source>한 번에 한 카드씩 결제해요. 나누어떨어지지 않으면 마지막에 맞춰요</source>
        <translation>One card at a time. What doesn’t divide evenly goes on the last one</translation>
    </message>
    <message>
        <source>한 번에 %1</source>
        <translation>%1 each time</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>직원</source>
        <translation>Attendant</translation>
    </message>
    <message>
        <source>책임자</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>기사</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>%1 권한이 필요해요</source>
        <translation>Needs: %1</translation>
    </message>
    <message>
        <source>%1년 %2월 %3일까지 태어난 분</source>
        <translation>Born on or before %1-%2-%3</translation>
    </message>
    <message>
        <source>가격 고치기</source>
        <translation>Change price</translation>
    </message>
    <message numerus="yes">
        <source>%n세 이상</source>
        <translation><numerusform>Age %n and over</numerusform><numerusform>Age %n and over</numerusform></translation>
    </message>
    <message>
        <source>%1 맡음</source>
        <translation>Taken by %1</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>Staff check</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>Age check</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>Payment check</translation>
    </message>
    <message>
        <source>도움 요청</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>처음 보는 상품</source>
        <translation>Unknown item</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>가격 확인</source>
        <translation>Price check</translation>
    </message>
    <message>
        <source>가격표 바꾸기</source>
        <translation>Change label</translation>
    </message>
    <message>
        <source>판매 중지</source>
        <translation>Sale stopped</translation>
    </message>
    <message>
        <source>포장 확인</source>
        <translation>Check the pack</translation>
    </message>
    <message>
        <source>회수 목록</source>
        <translation>Recall list</translation>
    </message>
    <message>
        <source>소비기한 확인</source>
        <translation>Use-by date</translation>
    </message>
    <message>
        <source>품질유지기한 확인</source>
        <translation>Best-before date</translation>
    </message>
    <message>
        <source>포인트 · 쿠폰</source>
        <translation>Points · coupons</translation>
    </message>
    <message>
        <source>신분증 확인함</source>
        <translation>ID checked</translation>
    </message>
    <message>
        <source>판매 안 함</source>
        <translation>Don’t sell</translation>
    </message>
    <message>
        <source>팔아도 돼요</source>
        <translation>May be sold</translation>
    </message>
    <message>
        <source>포인트·쿠폰 회사가 처리하지 않았어요</source>
        <translation>The points or coupon host refused it</translation>
    </message>
    <message>
        <source>판매와 결제는 그대로예요. 본사가 기록을 보고 정리해요</source>
        <translation>The sale and payment stand. Headquarters settles it from the records</translation>
    </message>
    <message>
        <source>종류</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>포인트</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>Gift voucher</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>결제됐어요</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>결제 안 됐어요</source>
        <translation>Not paid</translation>
    </message>
    <message>
        <source>해결했어요</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1이 결제됐는지 알 수 없어요</source>
        <translation>It’s not known whether %1 was paid</translation>
    </message>
    <message>
        <source>손님이 직원을 불렀어요</source>
        <translation>A shopper called staff</translation>
    </message>
    <message>
        <source>목록에 없는 바코드예요</source>
        <translation>This barcode isn’t in the list</translation>
    </message>
    <message>
        <source>저울을 확인해 주세요</source>
        <translation>Please check the scale</translation>
    </message>
    <message>
        <source>가격을 확인해 주세요</source>
        <translation>Please check the price</translation>
    </message>
    <message>
        <source>회수 목록이 오래됐어요</source>
        <translation>The recall list is old</translation>
    </message>
    <message>
        <source>회수</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>판매기한 확인</source>
        <translation>Sell-by date</translation>
    </message>
    <message>
        <source>회수 대상이에요. 팔 수 없어요. 진열대에서 빼 주세요</source>
        <translation>Recalled. Must not be sold. Take it off the shelf</translation>
    </message>
    <message>
        <source>판매 중지예요. 팔 수 없어요. 진열대에서 빼 주세요</source>
        <translation>Sale stopped. Must not be sold. Take it off the shelf</translation>
    </message>
    <message>
        <source>팔 수 없어요. 진열대도 봐 주세요</source>
        <translation>It can’t be sold. Check the shelf too</translation>
    </message>
    <message>
        <source>판매기한이 지났어요. 팔 수 없어요. 진열대도 봐 주세요</source>
        <translation>Past its sell-by date. Must not be sold. Check the shelf too</translation>
    </message>
    <message>
        <source>회수 목록은 최신이에요</source>
        <translation>The recall list is up to date</translation>
    </message>
    <message>
        <source>회수 목록은 %1 것이에요</source>
        <translation>The recall list is from %1</translation>
    </message>
    <message>
        <source>카탈로그의 규칙 %1개는 틀려서 쓰지 않아요: %2</source>
        <translation>Not used, because they are wrong: %1 rules of the catalogue: %2</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이에요. 포장에 찍힌 로트를 회수 공지와 비교해 주세요</source>
        <translation>Some lots are recalled. Compare the lot on the pack with the notice</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이에요. 팔 수 있지만 진열대의 로트를 봐 주세요</source>
        <translation>Some lots are recalled. May be sold; check the lots on the shelf</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이고 이 포장의 로트는 알 수 없어요. 팔 수 없어요</source>
        <translation>Some lots are recalled and this pack’s lot is unknown. Must not be sold</translation>
    </message>
    <message>
        <source>품질유지기한이 지났어요. 상태를 보고 정해 주세요</source>
        <translation>Past its best-before date. Look at it and decide</translation>
    </message>
    <message>
        <source>팔 수 있어요. 진열대를 봐 주세요</source>
        <translation>It can be sold. Check the shelf</translation>
    </message>
    <message>
        <source>품질유지기한이 지나 이 매장에서는 팔지 않아요. 진열대에서 빼 주세요</source>
        <translation>Past its best-before date; this shop doesn’t sell it. Take it off the shelf</translation>
    </message>
    <message>
        <source>팔 수 있어요. 인터넷 연결을 봐 주세요</source>
        <translation>May be sold. Check the internet connection</translation>
    </message>
    <message>
        <source>회수 공지를 직접 확인하고 정해 주세요</source>
        <translation>Check the recall notices yourself and decide</translation>
    </message>
    <message>
        <source>목록이 새로 올 때까지 팔 수 없는 상품이 있어요. 인터넷 연결을 봐 주세요</source>
        <translation>Some items can’t be sold until a new list arrives. Check the internet connection</translation>
    </message>
    <message>
        <source>진열대의 가격표를 바꿔 주세요</source>
        <translation>Change the label on the shelf</translation>
    </message>
    <message>
        <source>단말기와 카드 앱의 기록을 함께 봐 주세요</source>
        <translation>Compare the terminal with the card app</translation>
    </message>
    <message>
        <source>확인하고 닫기</source>
        <translation>Seen, close</translation>
    </message>
    <message>
        <source>요청 번호</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>이 계산대의 기록</source>
        <translation>This lane says</translation>
    </message>
    <message>
        <source>단말기의 대답</source>
        <translation>The terminal says</translation>
    </message>
    <message>
        <source>물어본 횟수</source>
        <translation>Times asked</translation>
    </message>
    <message>
        <source>누가 결정했는지 함께 기록돼요</source>
        <translation>Who decides is recorded</translation>
    </message>
    <message>
        <source>%1 승인이 이 판매와 맞지 않아요</source>
        <translation>The approval for %1 doesn’t fit this sale</translation>
    </message>
    <message>
        <source>돌려주거나, 본사가 처리하도록 남겨 주세요</source>
        <translation>Give it back, or leave it to headquarters</translation>
    </message>
    <message>
        <source>%1을 돌려주는 중이에요</source>
        <translation>Giving back %1</translation>
    </message>
    <message>
        <source>끝날 때까지 이 계산대가 계속 물어봐요</source>
        <translation>This kiosk keeps asking until it ends</translation>
    </message>
    <message>
        <source>끝난 결제 %1에 다른 대답이 왔어요</source>
        <translation>Another answer came for the ended payment of %1</translation>
    </message>
    <message>
        <source>여기서 눌러도 돈은 움직이지 않아요. 본사가 볼 수 있게 남아요</source>
        <translation>No money moves by this. It stays for headquarters to see</translation>
    </message>
    <message>
        <source>본사에 남기기</source>
        <translation>Leave to headquarters</translation>
    </message>
    <message>
        <source>돌려주기</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>손님은 가도 돼요</source>
        <translation>The shopper may go</translation>
    </message>
    <message>
        <source>결제 수단</source>
        <translation>Tender</translation>
    </message>
    <message>
        <source>요청한 금액</source>
        <translation>Amount asked</translation>
    </message>
    <message>
        <source>요청한 때</source>
        <translation>Asked at</translation>
    </message>
    <message>
        <source>취소 요청 번호</source>
        <translation>Reversal request</translation>
    </message>
    <message>
        <source>취소를 요청한 때</source>
        <translation>Reversal asked at</translation>
    </message>
    <message>
        <source>승인된 금액</source>
        <translation>Approved amount</translation>
    </message>
    <message>
        <source>승인번호</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>단말기 번호</source>
        <translation>Terminal ID</translation>
    </message>
    <message>
        <source>까닭</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>나중에 온 대답</source>
        <translation>Later answer</translation>
    </message>
    <message>
        <source>나중에 말한 금액</source>
        <translation>Amount in it</translation>
    </message>
    <message>
        <source>나중에 말한 승인번호</source>
        <translation>Approval in it</translation>
    </message>
    <message>
        <source>나중에 대답한 때</source>
        <translation>Later answer at</translation>
    </message>
    <message>
        <source>보내기 전 단말기 번호</source>
        <translation>Terminal ID before</translation>
    </message>
    <message>
        <source>마지막 전표 번호</source>
        <translation>Last receipt no.</translation>
    </message>
    <message>
        <source>보내기 전 전표 번호</source>
        <translation>Receipt no. before</translation>
    </message>
    <message>
        <source>마지막 거래 번호</source>
        <translation>Last trace no.</translation>
    </message>
    <message>
        <source>보내기 전 거래 번호</source>
        <translation>Trace no. before</translation>
    </message>
    <message>
        <source>원래 거래 번호</source>
        <translation>Original trace no.</translation>
    </message>
    <message>
        <source>마지막 거래 때</source>
        <translation>Last transaction at</translation>
    </message>
    <message>
        <source>마지막 거래 금액</source>
        <translation>Last amount</translation>
    </message>
    <message>
        <source>결과 코드</source>
        <translation>Result code</translation>
    </message>
    <message>
        <source>요청을 보낸 단말기</source>
        <translation>Terminal it was sent to</translation>
    </message>
    <message>
        <source>단말기의 저장소</source>
        <translation>Terminal’s storage</translation>
    </message>
    <message>
        <source>단말기가 요청을 받음</source>
        <translation>Terminal saw the request</translation>
    </message>
    <message>
        <source>끝난 모양</source>
        <translation>How it ended</translation>
    </message>
    <message>
        <source>결제 앱의 기록에 있음</source>
        <translation>Known to the payment app</translation>
    </message>
    <message>
        <source>결제 키</source>
        <translation>Payment key</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>승인됨</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>일부 승인됨</source>
        <translation>Partly approved</translation>
    </message>
    <message>
        <source>거절됨</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>취소됨</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>결제 안 됨</source>
        <translation>Not charged</translation>
    </message>
    <message>
        <source>돌려주는 중</source>
        <translation>Giving back</translation>
    </message>
    <message>
        <source>돌려줌</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>직원 확인 필요</source>
        <translation>Staff must decide</translation>
    </message>
    <message>
        <source>연결되지 않음</source>
        <translation>Not reachable</translation>
    </message>
    <message>
        <source>알 수 없음</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>아직 처리하는 중</source>
        <translation>Still in progress</translation>
    </message>
    <message>
        <source>그런 요청을 모름</source>
        <translation>Doesn’t know the request</translation>
    </message>
    <message>
        <source>증명할 수 없음</source>
        <translation>Can’t be proven</translation>
    </message>
    <message>
        <source>승인함</source>
        <translation>Approved it</translation>
    </message>
    <message>
        <source>일부만 승인함</source>
        <translation>Approved part of it</translation>
    </message>
    <message>
        <source>거절함</source>
        <translation>Declined it</translation>
    </message>
    <message>
        <source>취소함</source>
        <translation>Cancelled it</translation>
    </message>
    <message>
        <source>금액이나 통화가 다름</source>
        <translation>Other amount or currency</translation>
    </message>
    <message>
        <source>다른 일을 하는 중</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>시작하지 못함</source>
        <translation>Couldn’t start</translation>
    </message>
    <message>
        <source>보내지 못함</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>예</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>아니요</source>
        <translation>No</translation>
    </message>
    <message>
        <source>그대로</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>바뀌었거나 비워짐</source>
        <translation>Changed or emptied</translation>
    </message>
    <message>
        <source>상품 번호</source>
        <translation>Item number</translation>
    </message>
    <message>
        <source>스캐너</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>문제</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>기한</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>품질유지기한</source>
        <translation>Best before</translation>
    </message>
    <message>
        <source>로트 번호</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>일련번호</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <source>제조일</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>근거</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>규칙 번호</source>
        <translation>Rule number</translation>
    </message>
    <message>
        <source>진열 위치</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>마지막으로 확인한 때</source>
        <translation>Last confirmed</translation>
    </message>
    <message>
        <source>신분증</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>전달</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>모바일 신분증</source>
        <translation>Mobile licence</translation>
    </message>
    <message>
        <source>진열대 가격</source>
        <translation>Shelf price</translation>
    </message>
    <message>
        <source>계산대 가격</source>
        <translation>Till price</translation>
    </message>
    <message>
        <source>대답 없음</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>직원이 직접 건네기</source>
        <translation>Staff hand it over in person</translation>
    </message>
    <message>
        <source>나이와 상관없이 확인</source>
        <translation>Check whatever the age</translation>
    </message>
    <message>
        <source>계산대에 보여 줌</source>
        <translation>Shown to the kiosk</translation>
    </message>
    <message>
        <source>결과를 모름</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>확인하는 중이에요</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>PIN을 눌러 주세요</source>
        <translation>Enter your PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n초 뒤에 다시 누를 수 있어요</source>
        <translation><numerusform>Try again in %n second</numerusform><numerusform>Try again in %n seconds</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>PIN이 달라요. %n번 더 누를 수 있어요</source>
        <translation><numerusform>Wrong PIN. %n try left</numerusform><numerusform>Wrong PIN. %n tries left</numerusform></translation>
    </message>
    <message>
        <source>저장하지 못했어요. 아직 바뀐 것이 없어요</source>
        <translation>Not saved. Nothing has changed yet</translation>
    </message>
    <message>
        <source>지금 가격보다 낮게 적어 주세요</source>
        <translation>Enter less than the price now</translation>
    </message>
    <message>
        <source>그만큼은 아무도 내릴 수 없어요</source>
        <translation>Nobody may lower it that far</translation>
    </message>
    <message>
        <source>그 번호로 기다리는 장바구니가 없어요</source>
        <translation>No basket waits under that number</translation>
    </message>
    <message>
        <source>다른 계산대에서 이미 꺼냈어요</source>
        <translation>Another lane has taken it up</translation>
    </message>
    <message>
        <source>지금은 %1이에요</source>
        <translation>Now %1</translation>
    </message>
    <message>
        <source>진열대 가격이에요</source>
        <translation>Shelf price</translation>
    </message>
    <message>
        <source>포장이 상했어요</source>
        <translation>Damaged pack</translation>
    </message>
    <message>
        <source>그 밖의 까닭</source>
        <translation>Another reason</translation>
    </message>
</context>
<context>
    <name>StartingScreen</name>
    <message>
        <source>상품 정보를 읽고 있어요</source>
        <translation>Reading the catalogue</translation>
    </message>
    <message>
        <source>기기를 확인하고 있어요</source>
        <translation>Checking the devices</translation>
    </message>
    <message>
        <source>지난 결제를 확인하고 있어요</source>
        <translation>Checking the last payment</translation>
    </message>
    <message>
        <source>곧 시작해요</source>
        <translation>Almost ready</translation>
    </message>
    <message>
        <source>상품 정보</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>기기</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>Payment check</translation>
    </message>
    <message>
        <source>%1초째 기다리고 있어요. 직원을 불러 주세요</source>
        <translation>Waiting for %1 s. Please call staff</translation>
    </message>
    <message>
        <source>%1초</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>StepDots</name>
    <message>
        <source>%2단계 가운데 %1단계: %3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>결제를 계속할까요?</source>
        <translation>Still paying?</translation>
    </message>
    <message>
        <source>계속 쇼핑할까요?</source>
        <translation>Still shopping?</translation>
    </message>
    <message>
        <source>%1초 뒤 결제를 취소해요
장바구니는 그대로예요</source>
        <translation>Payment stops in %1 s
Your basket is safe</translation>
    </message>
    <message>
        <source>%1초 뒤 결제를 그만두고
낸 금액을 돌려드려요</source>
        <translation>In %1 s we stop
and give back what you paid</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요
장바구니는 5분 동안 지켜 드려요</source>
        <translation>Back to start in %1 s
We’ll keep your basket for 5 minutes</translation>
    </message>
    <message>
        <source>결제 취소</source>
        <translation>Cancel payment</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>그만하고 돌려받기</source>
        <translation>Stop and get it back</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>방금 확인</source>
        <translation>Checked just now</translation>
    </message>
    <message numerus="yes">
        <source>%n분 전 확인</source>
        <translation><numerusform>Checked %n min ago</numerusform><numerusform>Checked %n min ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n시간 전 확인</source>
        <translation><numerusform>Checked %n hour ago</numerusform><numerusform>Checked %n hours ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>걸어서 %n분</source>
        <translation><numerusform>%n min on foot</numerusform><numerusform>%n min on foot</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>약 %n개</source>
        <translation><numerusform>About %n</numerusform><numerusform>About %n</numerusform></translation>
    </message>
    <message>
        <source>품절</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>재고를 확인하지 못했어요</source>
        <translation>Stock not checked</translation>
    </message>
    <message numerus="yes">
        <source>이 매장 약 %n개</source>
        <translation><numerusform>About %n here</numerusform><numerusform>About %n here</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 약 %n개</source>
        <translation><numerusform>%1 about %n</numerusform><numerusform>%1 about %n</numerusform></translation>
    </message>
    <message>
        <source>배송만 돼요</source>
        <translation>Delivery only</translation>
    </message>
</context>
<context>
    <name>TakeUpSheet</name>
    <message>
        <source>장바구니 꺼내기</source>
        <translation>Take up a basket</translation>
    </message>
    <message>
        <source>손님이 말한 번호를 눌러 주세요</source>
        <translation>Enter the shopper’s number</translation>
    </message>
    <message>
        <source>여기서 이어서 결제</source>
        <translation>Go on here</translation>
    </message>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>Enter the number</translation>
    </message>
</context>
<context>
    <name>TechnicianTabs</name>
    <message>
        <source>기기</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>카메라</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>단말기</source>
        <translation>Terminal</translation>
    </message>
</context>
<context>
    <name>TenderScreen</name>
    <message>
        <source>어떻게 결제할까요?</source>
        <translation>How would you like to pay?</translation>
    </message>
    <message>
        <source>결제할 금액 %1</source>
        <translation>To pay %1</translation>
    </message>
    <message>
        <source>지금은 카드를 쓸 수 없어요</source>
        <translation>Cards don’t work right now</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>할부 %1개월</source>
        <translation>Instalments of %1 months</translation>
    </message>
    <message>
        <source>할부</source>
        <translation>Instalments</translation>
    </message>
    <message>
        <source>연결하도록 설정된 단말기가 없어요</source>
        <translation>No terminal is set up</translation>
    </message>
    <message>
        <source>kiosk.toml에 단말기를 적어 주세요</source>
        <translation>Add one to kiosk.toml</translation>
    </message>
    <message>
        <source>단말기에 묻고 있어요</source>
        <translation>Asking the terminal</translation>
    </message>
    <message>
        <source>결제를 받을 수 있어요</source>
        <translation>Ready for payments</translation>
    </message>
    <message>
        <source>대답이 느려요</source>
        <translation>It answers slowly</translation>
    </message>
    <message>
        <source>결제는 되지만 오래 걸려요. 선과 공유기를 확인해 주세요</source>
        <translation>Payments work but take long. Check cable and router</translation>
    </message>
    <message>
        <source>대답이 없어요</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>전원, 선, 주소를 확인하고 다시 연결해 주세요</source>
        <translation>Check power, cable and address, then reconnect</translation>
    </message>
    <message>
        <source>이 단말기를 믿을 수 없어요</source>
        <translation>This terminal can’t be trusted</translation>
    </message>
    <message>
        <source>인증서나 열쇠가 끝났거나 달라요. 새로 넣을 때까지 결제하지 않아요</source>
        <translation>Its certificate or key ended or differs. No payments until it is renewed</translation>
    </message>
    <message>
        <source>단말기의 프로그램이 오래됐어요</source>
        <translation>The terminal’s software is old</translation>
    </message>
    <message>
        <source>단말기의 프로그램을 올린 뒤 다시 연결해 주세요</source>
        <translation>Update it, then reconnect</translation>
    </message>
    <message>
        <source>단말기가 다른 일을 하고 있어요</source>
        <translation>The terminal is busy</translation>
    </message>
    <message>
        <source>끝나면 저절로 다시 쓸 수 있어요</source>
        <translation>It works again by itself once done</translation>
    </message>
    <message>
        <source>단말기의 종이가 떨어졌어요</source>
        <translation>The terminal is out of paper</translation>
    </message>
    <message>
        <source>종이를 갈아 주세요</source>
        <translation>Change the paper</translation>
    </message>
    <message>
        <source>단말기가 마감을 기다려요</source>
        <translation>The terminal is due for its end of day</translation>
    </message>
    <message>
        <source>마감하기 전에는 결제를 받지 않아요</source>
        <translation>It takes no payments before that</translation>
    </message>
    <message>
        <source>단말기를 살펴봐 주세요</source>
        <translation>Look at the terminal</translation>
    </message>
    <message>
        <source>단말기의 화면에 까닭이 나와 있어요</source>
        <translation>Its own screen says why</translation>
    </message>
    <message>
        <source>번호로 결과 조회</source>
        <translation>Look-up by number</translation>
    </message>
    <message>
        <source>번호로 취소</source>
        <translation>Reversal by number</translation>
    </message>
    <message>
        <source>카드 없이 취소</source>
        <translation>Reversal without card</translation>
    </message>
    <message>
        <source>부분 취소</source>
        <translation>Partial reversal</translation>
    </message>
    <message>
        <source>부분 승인</source>
        <translation>Partial approval</translation>
    </message>
    <message>
        <source>시작한 뒤 멈추기</source>
        <translation>Stop after start</translation>
    </message>
    <message>
        <source>승인 금액을 알려 줌</source>
        <translation>Confirms the amount</translation>
    </message>
    <message>
        <source>스캐너로 읽은 결제 코드</source>
        <translation>Payment code from our scanner</translation>
    </message>
    <message>
        <source>전표 내용을 알려 줌</source>
        <translation>Gives receipt lines</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>망취소</source>
        <translation>Network cancel</translation>
    </message>
    <message>
        <source>마감</source>
        <translation>End of day</translation>
    </message>
    <message>
        <source>글 보여 주기</source>
        <translation>Show text</translation>
    </message>
    <message>
        <source>질문하기</source>
        <translation>Ask questions</translation>
    </message>
    <message>
        <source>회원 카드 알아보기</source>
        <translation>Recognise member cards</translation>
    </message>
    <message>
        <source>나이 확인</source>
        <translation>Age check</translation>
    </message>
    <message>
        <source>인쇄</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>현금영수증</source>
        <translation>Cash receipt</translation>
    </message>
    <message>
        <source>코드 읽기</source>
        <translation>Read codes</translation>
    </message>
    <message>
        <source>결제 뒤 확정</source>
        <translation>Confirm after payment</translation>
    </message>
    <message>
        <source>프로그램</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>펌웨어</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>단말기 번호</source>
        <translation>Terminal ID</translation>
    </message>
    <message>
        <source>일련번호</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <source>플러그인</source>
        <translation>Plug-in</translation>
    </message>
    <message>
        <source>SDK 버전</source>
        <translation>SDK version</translation>
    </message>
    <message>
        <source>가맹점</source>
        <translation>Merchant</translation>
    </message>
    <message>
        <source>준비함</source>
        <translation>Prepared</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>결과 모름</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>승인</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>일부 승인</source>
        <translation>Partly approved</translation>
    </message>
    <message>
        <source>거절</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>결제 안 됨</source>
        <translation>Not charged</translation>
    </message>
    <message>
        <source>돌려주는 중</source>
        <translation>Giving back</translation>
    </message>
    <message>
        <source>돌려줌</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>To be decided</translation>
    </message>
</context>
<context>
    <name>TerminalCheckScreen</name>
    <message>
        <source>결제 단말기</source>
        <translation>Payment terminal</translation>
    </message>
    <message>
        <source>기기 점검으로</source>
        <translation>Back to device check</translation>
    </message>
    <message>
        <source>결제를 확인하는 중</source>
        <translation>Settling a payment</translation>
    </message>
    <message>
        <source>%1 시험</source>
        <translation>Try %1</translation>
    </message>
    <message>
        <source>다시 연결하고 묻기</source>
        <translation>Reconnect and ask</translation>
    </message>
    <message>
        <source>왕복 시간</source>
        <translation>Round trip</translation>
    </message>
    <message>
        <source>물어본 때</source>
        <translation>Asked at</translation>
    </message>
    <message>
        <source>이 방식은 실제 단말기로 시험하지 않았어요. 팔기 전에 단말기로 확인해 주세요</source>
        <translation>Not tried on a device. Check it with one before you sell</translation>
    </message>
    <message>
        <source>최근 결과</source>
        <translation>Last results</translation>
    </message>
    <message>
        <source>아직 결제한 적이 없어요</source>
        <translation>No payments yet</translation>
    </message>
    <message>
        <source>할 수 있는 것</source>
        <translation>What it can do</translation>
    </message>
    <message>
        <source>%1 안 됨</source>
        <translation>Not: %1</translation>
    </message>
</context>
<context>
    <name>TerminalScreen</name>
    <message>
        <source>카드 읽기</source>
        <translation>Read card</translation>
    </message>
    <message>
        <source>승인 요청</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1초 동안 기다려요</source>
        <translation>We’ll wait %1 s</translation>
    </message>
    <message>
        <source>천천히 하셔도 괜찮아요</source>
        <translation>Take your time</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>1 more min</translation>
    </message>
    <message>
        <source>단말기 안내</source>
        <translation>The terminal says</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요</source>
        <translation>Please wait a moment</translation>
    </message>
    <message>
        <source>끝날 때까지 이 화면이 기다려요</source>
        <translation>This page waits until it’s done</translation>
    </message>
    <message>
        <source>다른 방법으로</source>
        <translation>Another way</translation>
    </message>
    <message>
        <source>결제 취소</source>
        <translation>Cancel payment</translation>
    </message>
</context>
<context>
    <name>TimeoutSheet</name>
    <message>
        <source>계속 쇼핑할까요?</source>
        <translation>Still shopping?</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요
장바구니는 5분 동안 지켜 드려요</source>
        <translation>Back to start in %1 s
We’ll keep your basket for 5 minutes</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Start over</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>뒤로</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>TryTerminalSheet</name>
    <message>
        <source>%1을 결제하고 바로 돌려줄까요?</source>
        <translation>Charge %1 and give it back?</translation>
    </message>
    <message>
        <source>실제 카드로 승인한 뒤 취소해요. 단말기를 보고 카드를 대 주세요. 판매로 남지 않고, 기록에 이름이 남아요</source>
        <translation>A real card is charged and credited. Follow the terminal. It is no sale; your name is recorded</translation>
    </message>
    <message>
        <source>결과는 최근 결과의 맨 위에 나와요. 답이 오지 않으면 이 계산대가 물어봐서 돌려줘요</source>
        <translation>The result comes on top of the last results. If no answer comes, this kiosk asks for it and gives the money back</translation>
    </message>
    <message>
        <source>시험 결제 시작</source>
        <translation>Start the trial</translation>
    </message>
    <message>
        <source>안 할게요</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>UtilityBar</name>
    <message>
        <source>도구 막대</source>
        <translation>Toolbar</translation>
    </message>
</context>
<context>
    <name>Weigh</name>
    <message>
        <source>1kg %1</source>
        <translation>%1 per kg</translation>
    </message>
    <message>
        <source>저울에 올려 주세요</source>
        <translation>Place it on the scale</translation>
    </message>
    <message>
        <source>봉투째 올려도 괜찮아요</source>
        <translation>A thin bag is fine</translation>
    </message>
    <message>
        <source>무게를 재고 있어요</source>
        <translation>Weighing</translation>
    </message>
    <message>
        <source>흔들리지 않게 잠시 두세요</source>
        <translation>Hold still a moment</translation>
    </message>
    <message>
        <source>무게를 쟀어요</source>
        <translation>Weighed</translation>
    </message>
    <message>
        <source>맞으면 담아 주세요</source>
        <translation>Add it if it looks right</translation>
    </message>
    <message>
        <source>너무 무거워요</source>
        <translation>Too heavy</translation>
    </message>
    <message>
        <source>나눠서 올려 주세요</source>
        <translation>Weigh it in parts</translation>
    </message>
    <message>
        <source>저울을 비워 주세요</source>
        <translation>Clear the scale</translation>
    </message>
    <message>
        <source>모두 내렸다가 다시 올려 주세요</source>
        <translation>Take everything off and try again</translation>
    </message>
    <message>
        <source>앞 상품을 내려 주세요</source>
        <translation>Take off the item before</translation>
    </message>
    <message>
        <source>저울을 비운 뒤 이 상품을 올려 주세요</source>
        <translation>Empty the scale, then place this one</translation>
    </message>
    <message>
        <source>저울을 쓸 수 없어요</source>
        <translation>The scale isn’t working</translation>
    </message>
    <message>
        <source>직원이 도와 드려요</source>
        <translation>Staff will help you</translation>
    </message>
    <message>
        <source>저울과 연결이 끊겼어요</source>
        <translation>The scale is not connected</translation>
    </message>
</context>
<context>
    <name>WeighScreen</name>
    <message>
        <source>가격</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>이 무게로 바꾸기</source>
        <translation>Use this weight</translation>
    </message>
    <message>
        <source>담기</source>
        <translation>Add to basket</translation>
    </message>
    <message>
        <source>무게를 재면 담을 수 있어요</source>
        <translation>Weigh it to add it</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>Keep as it was</translation>
    </message>
    <message>
        <source>담지 않을게요</source>
        <translation>Don’t add it</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>가격이 달라요?</source>
        <translation>Different price?</translation>
    </message>
    <message>
        <source>진열대 가격과 다르면 직원이 확인해 드려요</source>
        <translation>If the shelf says otherwise, staff will check</translation>
    </message>
    <message>
        <source>그래도 살게요</source>
        <translation>Buy it anyway</translation>
    </message>
    <message>
        <source>빼기</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>직원에게 물어보기</source>
        <translation>Ask staff</translation>
    </message>
    <message>
        <source>담은 뒤에는 가격이 오르지 않아요</source>
        <translation>Prices never rise once it’s in your basket</translation>
    </message>
</context>
<context>
    <name>Wordmark</name>
    <message>
        <source>바로</source>
        <translation>Baro</translation>
    </message>
</context>
</TS>
