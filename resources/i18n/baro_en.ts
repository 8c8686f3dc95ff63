<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
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
    <name>DeviceCard</name>
    <message>
        <source>시험</source>
        <translation>Test</translation>
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
    <name>NowCard</name>
    <message>
        <source>담았어요</source>
        <translation>Added</translation>
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
    <name>SearchField</name>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>Name or barcode</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>Search text</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
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
    <name>UtilityBar</name>
    <message>
        <source>도구 막대</source>
        <translation>Tool bar</translation>
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
