<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="ko_KR">
<context>
    <name>Aisle</name>
    <message>
        <source>‘%1’ 상품을 찾지 못했어요</source>
        <translation>「%1」は見つかりませんでした</translation>
    </message>
    <message numerus="yes">
        <source>‘%1’ 상품 %n개 넘게</source>
        <translation><numerusform>「%1」の商品 %n点以上</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>초성 ‘%1’ 상품 %n개</source>
        <translation><numerusform>頭文字「%1」の商品 %n点</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>‘%1’ 상품 %n개</source>
        <translation><numerusform>「%1」の商品 %n点</numerusform></translation>
    </message>
    <message>
        <source>배송 돼요</source>
        <translation>配送できます</translation>
    </message>
    <message>
        <source>무엇을 찾으세요?</source>
        <translation>何をお探しですか?</translation>
    </message>
    <message>
        <source>처음 보는 바코드예요. 이름으로 찾아 주세요</source>
        <translation>登録のないバーコードです。名前で探してください</translation>
    </message>
    <message>
        <source>지금은 마지막으로 확인한 재고를 보여 드려요</source>
        <translation>最後に確認した在庫を表示しています</translation>
    </message>
</context>
<context>
    <name>ApprovalsScreen</name>
    <message>
        <source>직원 확인</source>
        <translation>スタッフ確認</translation>
    </message>
    <message>
        <source>기기 점검</source>
        <translation>機器の点検</translation>
    </message>
    <message>
        <source>나가기</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>기다리는 일이 없어요</source>
        <translation>待っている確認はありません</translation>
    </message>
    <message>
        <source>번호로 장바구니 꺼내기</source>
        <translation>番号でかごを呼び出す</translation>
    </message>
</context>
<context>
    <name>BagQuestion</name>
    <message>
        <source>봉투 필요하세요?</source>
        <translation>袋はご入り用ですか？</translation>
    </message>
    <message>
        <source>더 필요하면 눌러 주세요</source>
        <translation>追加はタップしてください</translation>
    </message>
    <message>
        <source>누르면 바로 담겨요</source>
        <translation>タップで追加されます</translation>
    </message>
</context>
<context>
    <name>BagsSheet</name>
    <message>
        <source>봉투 필요하세요?</source>
        <translation>袋はご入り用ですか？</translation>
    </message>
    <message>
        <source>추가</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>다 골랐어요</source>
        <translation>選びました</translation>
    </message>
</context>
<context>
    <name>BannerOffline</name>
    <message>
        <source>인터넷 연결이 잠시 끊겼어요</source>
        <translation>一時的にオフラインです</translation>
    </message>
    <message>
        <source>인터넷과 카드 단말기 연결이 끊겼어요</source>
        <translation>インターネットとカード端末の接続が切れています</translation>
    </message>
    <message>
        <source>카드 단말기는 연결돼 있어서 결제할 수 있어요
배송 주문은 결제하지 않고 저장만 해요</source>
        <translation>カード端末は使えるのでお支払いできます
配送のご注文は決済せず保存だけします</translation>
    </message>
    <message>
        <source>계속 담을 수 있어요. 결제는 직원 계산대에서 도와 드려요</source>
        <translation>続けてスキャンできます。お支払いは有人レジで承ります</translation>
    </message>
</context>
<context>
    <name>Benefit</name>
    <message>
        <source>쿠폰</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>제휴 카드</source>
        <translation>提携カード</translation>
    </message>
    <message>
        <source>결제하면 사용돼요</source>
        <translation>お支払いのときに使われます</translation>
    </message>
    <message>
        <source>결제할 때 적용돼요</source>
        <translation>お支払いのときに適用されます</translation>
    </message>
    <message>
        <source>결제할 때까지 맡아 뒀어요 · 취소하면 돌려드려요</source>
        <translation>お支払いまで確保しています · 取り消すと戻ります</translation>
    </message>
</context>
<context>
    <name>BenefitList</name>
    <message>
        <source>빼기</source>
        <translation>外す</translation>
    </message>
</context>
<context>
    <name>CallBody</name>
    <message>
        <source>기다린 시간</source>
        <translation>お待ち時間</translation>
    </message>
    <message>
        <source>불렀어요</source>
        <translation>呼びました</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>スタッフ確認</translation>
    </message>
    <message>
        <source>도착</source>
        <translation>到着</translation>
    </message>
    <message>
        <source>직원에게 한 번 더 알렸어요</source>
        <translation>係員にもう一度知らせました</translation>
    </message>
    <message>
        <source>기다리는 동안 다른 상품을 담을 수 있어요</source>
        <translation>お待ちの間も商品を追加できます</translation>
    </message>
</context>
<context>
    <name>CallWays</name>
    <message>
        <source>이 상품 빼고 결제하기</source>
        <translation>この商品を除いて支払う</translation>
    </message>
    <message>
        <source>이 상품 빼기</source>
        <translation>この商品を除く</translation>
    </message>
    <message>
        <source>계속 담을게요</source>
        <translation>買い物を続ける</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>장바구니 보기</source>
        <translation>かごを見る</translation>
    </message>
    <message>
        <source>더 기다릴게요</source>
        <translation>もう少し待つ</translation>
    </message>
    <message>
        <source>호출 취소</source>
        <translation>呼び出しを取り消す</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>코드가 보이지 않아요. 상품의 바코드를 비춰 주세요</source>
        <translation>コードが見えません。商品のバーコードをかざしてください</translation>
    </message>
    <message>
        <source>읽는 영역 %1</source>
        <translation>読み取り範囲 %1</translation>
    </message>
    <message>
        <source>중간 %1ms · 가장 느림 %2ms</source>
        <translation>中央 %1ms · 最も遅い %2ms</translation>
    </message>
    <message>
        <source>노출 없음</source>
        <translation>露出設定なし</translation>
    </message>
    <message>
        <source>노출 자동</source>
        <translation>露出 自動</translation>
    </message>
    <message>
        <source>노출 %1ms</source>
        <translation>露出 %1ms</translation>
    </message>
    <message>
        <source>%1초 남음</source>
        <translation>残り%1秒</translation>
    </message>
    <message>
        <source>10초 시험</source>
        <translation>10秒試験</translation>
    </message>
    <message>
        <source>저장했어요: %1</source>
        <translation>保存しました: %1</translation>
    </message>
    <message>
        <source>멈춤 %1초</source>
        <translation>停止 %1秒</translation>
    </message>
    <message>
        <source>여는 중</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>실시간</source>
        <translation>リアルタイム</translation>
    </message>
    <message>
        <source>검은 화면</source>
        <translation>黒い画面</translation>
    </message>
    <message>
        <source>화면이 오지 않음</source>
        <translation>映像なし</translation>
    </message>
    <message>
        <source>카메라 없음</source>
        <translation>カメラなし</translation>
    </message>
    <message>
        <source>다른 프로그램이 사용 중</source>
        <translation>別のプログラムが使用中</translation>
    </message>
    <message>
        <source>열 수 없음</source>
        <translation>開けません</translation>
    </message>
    <message>
        <source>꺼짐</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>카메라를 열고 있어요</source>
        <translation>カメラを開いています</translation>
    </message>
    <message>
        <source>같은 화면만 와요. 카메라를 뽑았다가 다시 꽂아 주세요</source>
        <translation>同じ画面が続いています。カメラを抜き差ししてください</translation>
    </message>
    <message>
        <source>렌즈가 가려졌거나 조명이 꺼졌는지 봐 주세요</source>
        <translation>レンズが隠れていないか、照明が消えていないか見てください</translation>
    </message>
    <message>
        <source>케이블과 전원을 봐 주세요. 돌아오면 저절로 이어져요</source>
        <translation>ケーブルと電源を見てください。戻れば自動で続きます</translation>
    </message>
    <message>
        <source>케이블을 꽂거나 kiosk.toml의 주소를 고쳐 주세요</source>
        <translation>ケーブルを差すか、kiosk.tomlのアドレスを直してください</translation>
    </message>
    <message>
        <source>카메라를 쓰는 다른 프로그램을 끝내 주세요</source>
        <translation>カメラを使っている別のプログラムを終了してください</translation>
    </message>
    <message>
        <source>권한이나 비밀번호를 봐 주세요</source>
        <translation>権限またはパスワードを確認してください</translation>
    </message>
    <message>
        <source>기기가 멈춰 있어요</source>
        <translation>機器は止まっています</translation>
    </message>
    <message>
        <source>너무 어두워요. 조명을 켜거나 노출을 늘려 주세요</source>
        <translation>暗すぎます。照明をつけるか露出を上げてください</translation>
    </message>
    <message>
        <source>너무 밝아요. 조명을 비스듬히 돌리거나 노출을 줄여 주세요</source>
        <translation>明るすぎます。照明を斜めにするか露出を下げてください</translation>
    </message>
    <message>
        <source>흐려요. 렌즈를 닦고 초점을 맞춰 주세요</source>
        <translation>ぼけています。レンズを拭いて焦点を合わせてください</translation>
    </message>
    <message>
        <source>자릿수나 검사 숫자가 틀려요</source>
        <translation>桁数またはチェックディジットが違います</translation>
    </message>
    <message>
        <source>더 긴 코드의 일부예요</source>
        <translation>長いコードの一部です</translation>
    </message>
    <message>
        <source>다르게도 읽혀요</source>
        <translation>別の値にも読めます</translation>
    </message>
    <message>
        <source>방금 읽은 상품 자리예요</source>
        <translation>今読んだ商品の位置です</translation>
    </message>
    <message>
        <source>너무 늦게 읽었어요</source>
        <translation>読み取りが遅すぎました</translation>
    </message>
    <message>
        <source>코드가 두 개 보여요</source>
        <translation>コードが2つ見えます</translation>
    </message>
    <message>
        <source>상품 옆의 다른 코드예요</source>
        <translation>商品の横の別のコードです</translation>
    </message>
    <message>
        <source>이 매장에 없는 상품</source>
        <translation>この店にない商品</translation>
    </message>
    <message>
        <source>회원 바코드</source>
        <translation>会員バーコード</translation>
    </message>
    <message>
        <source>제휴 카드</source>
        <translation>提携カード</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>商品券</translation>
    </message>
    <message>
        <source>영수증</source>
        <translation>レシート</translation>
    </message>
    <message>
        <source>보관한 장바구니</source>
        <translation>保管したカート</translation>
    </message>
    <message>
        <source>모바일 신분증</source>
        <translation>モバイル身分証</translation>
    </message>
    <message>
        <source>결제 코드</source>
        <translation>決済コード</translation>
    </message>
    <message>
        <source>모르는 코드</source>
        <translation>不明なコード</translation>
    </message>
    <message>
        <source>내용은 보여 주지 않아요</source>
        <translation>内容は表示しません</translation>
    </message>
    <message numerus="yes">
        <source>%n바이트</source>
        <translation><numerusform>%nバイト</numerusform></translation>
    </message>
    <message>
        <source>%1장 · 1초에 %2장 · 가장 느림 %3ms</source>
        <translation>%1枚 · 1秒に%2枚 · 最も遅い%3ms</translation>
    </message>
    <message>
        <source>시험에 통과했어요</source>
        <translation>試験に合格しました</translation>
    </message>
    <message>
        <source>화면이 한 장도 오지 않았어요</source>
        <translation>画面が1枚も届きませんでした</translation>
    </message>
    <message>
        <source>화면이 너무 드물게 와요</source>
        <translation>画面の届く回数が少なすぎます</translation>
    </message>
    <message>
        <source>화면이 멈춰 있었어요</source>
        <translation>画面が止まっていました</translation>
    </message>
    <message>
        <source>화면이 검었어요</source>
        <translation>画面が真っ黒でした</translation>
    </message>
    <message>
        <source>코드가 보이지 않았어요. 코드를 비추고 다시 해 주세요</source>
        <translation>コードが見えませんでした。コードをかざしてもう一度お試しください</translation>
    </message>
    <message>
        <source>보인 코드를 절반도 읽지 못했어요</source>
        <translation>見えたコードの半分も読めませんでした</translation>
    </message>
    <message>
        <source>너무 어두웠어요</source>
        <translation>暗すぎました</translation>
    </message>
    <message>
        <source>너무 밝았어요</source>
        <translation>明るすぎました</translation>
    </message>
    <message>
        <source>화면이 흐렸어요</source>
        <translation>画面がぼけていました</translation>
    </message>
    <message>
        <source>해독이 화면을 따라가지 못했어요</source>
        <translation>読み取りが画面に追いつきませんでした</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>카메라 화면</source>
        <translation>カメラの画面</translation>
    </message>
</context>
<context>
    <name>CameraScreen</name>
    <message>
        <source>카메라 해독</source>
        <translation>カメラの読み取り</translation>
    </message>
    <message>
        <source>기기 점검으로</source>
        <translation>機器点検へ</translation>
    </message>
    <message>
        <source>해독 시간</source>
        <translation>読み取り時間</translation>
    </message>
    <message>
        <source>성공률 · 1분</source>
        <translation>成功率 · 1分</translation>
    </message>
    <message>
        <source>선명도</source>
        <translation>鮮明さ</translation>
    </message>
    <message>
        <source>밝기</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>해독 시간 · 지난 60초</source>
        <translation>読み取り時間 · 直近60秒</translation>
    </message>
    <message>
        <source>기준 %1ms</source>
        <translation>基準 %1ms</translation>
    </message>
    <message>
        <source>최근 해독</source>
        <translation>最近の読み取り</translation>
    </message>
    <message>
        <source>아직 읽은 코드가 없어요</source>
        <translation>まだ読み取ったコードはありません</translation>
    </message>
    <message>
        <source>스캐너 바이트</source>
        <translation>スキャナーのバイト</translation>
    </message>
    <message>
        <source>한 장 저장</source>
        <translation>1枚保存</translation>
    </message>
    <message>
        <source>kiosk.toml에 카메라가 없어요. [[devices]]에 category = "camera"인 기기를 적어 주세요</source>
        <translation>kiosk.tomlにカメラがありません。[[devices]]にcategory = "camera"の機器を書いてください</translation>
    </message>
</context>
<context>
    <name>Cart</name>
    <message>
        <source>집으로 배송</source>
        <translation>ご自宅へ配送</translation>
    </message>
    <message>
        <source>%1에서 받기</source>
        <translation>%1で受け取り</translation>
    </message>
    <message>
        <source>지금 가져가기</source>
        <translation>今すぐ持ち帰り</translation>
    </message>
    <message>
        <source>아직 결제하지 않아요</source>
        <translation>まだお支払いはありません</translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>住所を入れると到着時間がわかります</translation>
    </message>
    <message>
        <source>배송비 %1</source>
        <translation>送料 %1</translation>
    </message>
    <message>
        <source>무료</source>
        <translation>無料</translation>
    </message>
    <message numerus="yes">
        <source>상품 %n개</source>
        <translation><numerusform>商品 %n点</numerusform></translation>
    </message>
    <message>
        <source>할인 %1</source>
        <translation>割引 %1</translation>
    </message>
    <message>
        <source>회원가가 있는 상품을 담으면 바로 바뀌어요</source>
        <translation>会員価格の商品はすぐに変わります</translation>
    </message>
    <message>
        <source>회원가로 %1 싸졌어요</source>
        <translation>会員価格で %1 お得です</translation>
    </message>
    <message>
        <source>%1 더 담으면 %2 할인돼요</source>
        <translation>あと%1で%2割引になります</translation>
    </message>
    <message>
        <source>하나 더 가져오면 무료예요</source>
        <translation>もう1つで無料です</translation>
    </message>
    <message numerus="yes">
        <source>%n개 더 가져오면 하나는 무료예요</source>
        <translation><numerusform>あと%n個で1つ無料です</numerusform></translation>
    </message>
    <message>
        <source>하나 더 가져오면 %1 할인돼요</source>
        <translation>もう1つで%1割引になります</translation>
    </message>
    <message numerus="yes">
        <source>%n개 더 가져오면 %1 할인돼요</source>
        <translation><numerusform>あと%n点で%1割引になります</numerusform></translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · %2まで</translation>
    </message>
</context>
<context>
    <name>CartAbove</name>
    <message>
        <source>담았어요</source>
        <translation>追加しました</translation>
    </message>
</context>
<context>
    <name>CartEmpty</name>
    <message>
        <source>지금은 스캔할 수 없어요</source>
        <translation>今はスキャンできません</translation>
    </message>
    <message>
        <source>잠시만요</source>
        <translation>少々お待ちください</translation>
    </message>
    <message>
        <source>바코드를 비춰 주세요</source>
        <translation>バーコードをかざしてください</translation>
    </message>
    <message>
        <source>상품을 찾거나 직원을 불러 주세요</source>
        <translation>商品を探すか係員を呼んでください</translation>
    </message>
    <message>
        <source>스캐너를 준비하고 있어요</source>
        <translation>スキャナーを準備しています</translation>
    </message>
    <message>
        <source>하나씩 스캔하면 여기에 담겨요</source>
        <translation>1つずつスキャンするとここに入ります</translation>
    </message>
    <message>
        <source>바코드가 없나요?</source>
        <translation>バーコードがありませんか？</translation>
    </message>
    <message>
        <source>과일·채소</source>
        <translation>果物・野菜</translation>
    </message>
    <message>
        <source>무게를 재요</source>
        <translation>重さを量ります</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>商品を探す</translation>
    </message>
    <message>
        <source>초성도 돼요</source>
        <translation>名前で探します</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>クーポン・会員</translation>
    </message>
    <message>
        <source>바코드를 비춰요</source>
        <translation>バーコードで</translation>
    </message>
</context>
<context>
    <name>CartList</name>
    <message>
        <source>받는 방법별로</source>
        <translation>受け取り方法別</translation>
    </message>
    <message>
        <source>담은 상품</source>
        <translation>お買い物</translation>
    </message>
    <message>
        <source>%1가지 중 %2–%3</source>
        <translation>%1点中 %2–%3</translation>
    </message>
</context>
<context>
    <name>CartNow</name>
    <message>
        <source>네, 하나 더 담을게요</source>
        <translation>はい、もう1つ入れます</translation>
    </message>
</context>
<context>
    <name>CartNowRow</name>
    <message>
        <source>네, 하나 더 담을게요</source>
        <translation>はい、もう1つ入れます</translation>
    </message>
    <message>
        <source>방금 담았어요</source>
        <translation>追加しました</translation>
    </message>
</context>
<context>
    <name>CartScreen</name>
    <message>
        <source>상품을 담으면 결제할 수 있어요</source>
        <translation>商品を入れると支払えます</translation>
    </message>
    <message>
        <source>%1 담았어요</source>
        <translation>%1を追加しました</translation>
    </message>
    <message>
        <source>한 번에 결제해요</source>
        <translation>まとめて支払えます</translation>
    </message>
    <message>
        <source>결제하기</source>
        <translation>支払う</translation>
    </message>
    <message>
        <source>%1 결제하기</source>
        <translation>%1を支払う</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>CartTools</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>バーコードなし</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>クーポン・会員</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>商品を探す</translation>
    </message>
    <message>
        <source>봉투</source>
        <translation>袋</translation>
    </message>
</context>
<context>
    <name>CashReceipt</name>
    <message>
        <source>상품권으로 낸 금액에 발급돼요</source>
        <translation>商品券でのお支払い分に発行されます</translation>
    </message>
    <message>
        <source>상품권 %1에 발급돼요</source>
        <translation>商品券 %1 分に発行されます</translation>
    </message>
    <message>
        <source>사업자등록번호 10자리를 눌러 주세요</source>
        <translation>事業者登録番号10桁を押してください</translation>
    </message>
    <message>
        <source>휴대폰 번호나 현금영수증 카드 번호를 눌러 주세요</source>
        <translation>携帯番号か現金領収証カード番号を押してください</translation>
    </message>
    <message>
        <source>사업자등록번호가 맞지 않아요. 다시 확인해 주세요</source>
        <translation>事業者登録番号が正しくありません。もう一度ご確認ください</translation>
    </message>
    <message>
        <source>휴대폰 번호는 010처럼 01로 시작해요. 다시 눌러 주세요</source>
        <translation>携帯番号は010のように01で始まります。もう一度押してください</translation>
    </message>
    <message>
        <source>사업자등록번호는 10자리예요. 다시 눌러 주세요</source>
        <translation>事業者登録番号は10桁です。もう一度押してください</translation>
    </message>
    <message>
        <source>휴대폰 번호는 10~11자리, 카드 번호는 13~19자리예요. 다시 눌러 주세요</source>
        <translation>携帯番号は10~11桁、カード番号は13~19桁です。もう一度押してください</translation>
    </message>
    <message>
        <source>%1부터는 번호가 없어도 매장이 자진발급해요</source>
        <translation>%1以上は番号がなくても店舗が発行します</translation>
    </message>
    <message>
        <source>소득공제</source>
        <translation>所得控除</translation>
    </message>
    <message>
        <source>지출증빙</source>
        <translation>支出証憑</translation>
    </message>
    <message>
        <source>안 받을게요</source>
        <translation>受け取りません</translation>
    </message>
</context>
<context>
    <name>CashReceiptScreen</name>
    <message>
        <source>현금영수증 받을까요?</source>
        <translation>現金領収証をお受け取りになりますか？</translation>
    </message>
    <message>
        <source>소득공제</source>
        <translation>所得控除</translation>
    </message>
    <message>
        <source>지출증빙</source>
        <translation>支出証憑</translation>
    </message>
    <message>
        <source>%1자리를 눌렀어요</source>
        <translation>%1桁を押しました</translation>
    </message>
    <message>
        <source>이 번호로 받기</source>
        <translation>この番号で受け取る</translation>
    </message>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>番号を押してください</translation>
    </message>
    <message>
        <source>안 받을게요</source>
        <translation>受け取りません</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>지금은 쓸 수 없어요</source>
        <translation>今は使えません</translation>
    </message>
    <message>
        <source>점검하고 있어요. 옆 계산대를 이용해 주세요</source>
        <translation>点検中です。隣のレジをご利用ください</translation>
    </message>
    <message>
        <source>기기를 고치고 있어요. 옆 계산대를 이용해 주세요</source>
        <translation>修理中です。隣のレジをご利用ください</translation>
    </message>
    <message>
        <source>옆 계산대를 이용해 주세요</source>
        <translation>隣のレジをご利用ください</translation>
    </message>
</context>
<context>
    <name>ConsonantKeys</name>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>番号を押してください</translation>
    </message>
    <message>
        <source>첫소리를 눌러 주세요 · 사과는 ㅅㄱ</source>
        <translation>韓国語の頭文字を押してください</translation>
    </message>
    <message>
        <source>첫소리를 눌러 주세요</source>
        <translation>韓国語の頭文字を押してください</translation>
    </message>
    <message>
        <source>하나 지우기</source>
        <translation>1つ消す</translation>
    </message>
    <message>
        <source>ㄱㄴㄷ</source>
        <translation>ㄱㄴㄷ</translation>
    </message>
    <message>
        <source>번호</source>
        <translation>番号</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>시험</source>
        <translation>テスト</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>시험 중</source>
        <translation>テスト中</translation>
    </message>
    <message>
        <source>정상</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>끊김</source>
        <translation>切断</translation>
    </message>
    <message numerus="yes">
        <source>%n분째 신호 없음</source>
        <translation><numerusform>%n分間 信号なし</numerusform></translation>
    </message>
    <message>
        <source>방금 끊겼어요</source>
        <translation>たった今切断されました</translation>
    </message>
    <message numerus="yes">
        <source>신호 %n번</source>
        <translation><numerusform>信号 %n回</numerusform></translation>
    </message>
    <message>
        <source>연결됐어요</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>아무 바코드나 비춰 주세요</source>
        <translation>何かバーコードをかざしてください</translation>
    </message>
    <message>
        <source>아무 바코드나 카메라에 비춰 주세요</source>
        <translation>何かバーコードをカメラにかざしてください</translation>
    </message>
    <message>
        <source>저울에 아무것이나 올려 주세요</source>
        <translation>はかりに何か載せてください</translation>
    </message>
    <message>
        <source>대답을 기다려요</source>
        <translation>応答を待っています</translation>
    </message>
    <message>
        <source>시험에 통과했어요</source>
        <translation>試験に合格しました</translation>
    </message>
    <message>
        <source>10초 안에 신호가 없었어요</source>
        <translation>10秒以内に信号がありませんでした</translation>
    </message>
    <message>
        <source>연결되지 않아 시험하지 못했어요</source>
        <translation>接続されていないためテストできませんでした</translation>
    </message>
    <message>
        <source>바코드 스캐너</source>
        <translation>バーコードスキャナー</translation>
    </message>
    <message>
        <source>카메라</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>はかり</translation>
    </message>
    <message>
        <source>영수증 프린터</source>
        <translation>レシートプリンター</translation>
    </message>
    <message>
        <source>결제 단말기</source>
        <translation>決済端末</translation>
    </message>
    <message>
        <source>포인트 · 쿠폰 서버</source>
        <translation>ポイント・クーポンのサーバー</translation>
    </message>
    <message>
        <source>용지 있음</source>
        <translation>用紙あり</translation>
    </message>
    <message>
        <source>용지가 곧 떨어져요</source>
        <translation>用紙がもうすぐなくなります</translation>
    </message>
    <message>
        <source>용지 없음</source>
        <translation>用紙切れ</translation>
    </message>
    <message>
        <source>1초에 %1장</source>
        <translation>毎秒%1枚</translation>
    </message>
    <message>
        <source>해독 %1ms</source>
        <translation>解読 %1ms</translation>
    </message>
    <message>
        <source>왕복 %1ms</source>
        <translation>往復 %1ms</translation>
    </message>
    <message>
        <source>무게 %1g</source>
        <translation>重さ %1g</translation>
    </message>
</context>
<context>
    <name>DevicesScreen</name>
    <message>
        <source>기기 점검</source>
        <translation>機器の点検</translation>
    </message>
    <message>
        <source>나가기</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>정상</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>끊김</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>모두 시험</source>
        <translation>すべてテスト</translation>
    </message>
    <message>
        <source>보기</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>시험</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>연결하도록 설정된 기기가 없어요</source>
        <translation>設定された機器がありません</translation>
    </message>
    <message>
        <source>kiosk.toml에 기기를 적어 주세요</source>
        <translation>kiosk.tomlに機器を書いてください</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>화면 설정</source>
        <translation>画面設定</translation>
    </message>
    <message>
        <source>글자 크기</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>보통</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>크게</source>
        <translation>大</translation>
    </message>
    <message>
        <source>더 크게</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>가장 크게</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>고대비</source>
        <translation>高コントラスト</translation>
    </message>
    <message>
        <source>낮은 화면</source>
        <translation>低い位置</translation>
    </message>
    <message>
        <source>움직임 줄이기</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>時間を長く</translation>
    </message>
    <message>
        <source>소리 크기</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>소리 작게</source>
        <translation>音を小さく</translation>
    </message>
    <message>
        <source>소리 크게</source>
        <translation>音を大きく</translation>
    </message>
    <message>
        <source>처음 설정으로</source>
        <translation>最初の設定に戻す</translation>
    </message>
    <message>
        <source>다 됐어요</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>상품 %n개를 모두 챙겨 주세요</source>
        <translation><numerusform>商品%n点をすべてお持ちください</numerusform></translation>
    </message>
    <message>
        <source>영수증을 인쇄하고 있어요</source>
        <translation>レシートを印刷しています</translation>
    </message>
    <message>
        <source>영수증을 인쇄했어요</source>
        <translation>レシートを印刷しました</translation>
    </message>
    <message>
        <source>영수증 종이가 떨어졌어요. QR로 받을 수 있어요</source>
        <translation>レシート用紙がありません。QRで受け取れます</translation>
    </message>
    <message>
        <source>프린터를 쓸 수 없어요. QR로 받을 수 있어요</source>
        <translation>プリンターが使えません。QRで受け取れます</translation>
    </message>
    <message>
        <source>집으로 배송</source>
        <translation>ご自宅へ配送</translation>
    </message>
    <message>
        <source>주소는 영수증 QR에서 넣어 주세요</source>
        <translation>住所はレシートのQRから入力してください</translation>
    </message>
    <message>
        <source>%1에서 받기</source>
        <translation>%1で受け取り</translation>
    </message>
    <message numerus="yes">
        <source>%n개</source>
        <translation><numerusform>%n個</numerusform></translation>
    </message>
</context>
<context>
    <name>DoneHead</name>
    <message>
        <source>결제했어요</source>
        <translation>お支払いが済みました</translation>
    </message>
</context>
<context>
    <name>DoneScreen</name>
    <message>
        <source>카드를 꺼내 주세요</source>
        <translation>カードをお取りください</translation>
    </message>
    <message>
        <source>결제했어요</source>
        <translation>お支払いが済みました</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>あと1分</translation>
    </message>
    <message>
        <source>단말기에 카드가 남아 있어요</source>
        <translation>カードが端末に残っています</translation>
    </message>
    <message>
        <source>카드도 잊지 마세요</source>
        <translation>カードもお忘れなく</translation>
    </message>
    <message>
        <source>다 챙겼어요</source>
        <translation>すべて持ちました</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요</source>
        <translation>%1秒後に最初の画面に戻ります</translation>
    </message>
</context>
<context>
    <name>EasyTiles</name>
    <message>
        <source>편하게 보기</source>
        <translation>見やすくする</translation>
    </message>
    <message>
        <source>큰 글씨</source>
        <translation>大きな文字</translation>
    </message>
    <message>
        <source>고대비</source>
        <translation>高コントラスト</translation>
    </message>
    <message>
        <source>낮은 화면</source>
        <translation>低い位置</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>時間を長く</translation>
    </message>
</context>
<context>
    <name>ElsewhereWays</name>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>有人レジへ送る</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>係員を呼ぶ</translation>
    </message>
</context>
<context>
    <name>Fee</name>
    <message>
        <source>배송비 %1</source>
        <translation>配送料 %1</translation>
    </message>
    <message>
        <source>병 보증금 %1</source>
        <translation>瓶の預り金 %1</translation>
    </message>
    <message>
        <source>요금 %1</source>
        <translation>手数料 %1</translation>
    </message>
    <message>
        <source>세금 %1</source>
        <translation>税 %1</translation>
    </message>
    <message>
        <source>%1 포함</source>
        <translation>%1を含む</translation>
    </message>
</context>
<context>
    <name>Fulfilment</name>
    <message>
        <source>배송비 %1</source>
        <translation>送料 %1</translation>
    </message>
    <message>
        <source>무료</source>
        <translation>無料</translation>
    </message>
    <message>
        <source>합계 %1</source>
        <translation>合計 %1</translation>
    </message>
    <message>
        <source>매장에는 두지 않는 상품이에요</source>
        <translation>店頭にはない商品です</translation>
    </message>
    <message>
        <source>지금은 품절이에요</source>
        <translation>ただいま売り切れです</translation>
    </message>
    <message>
        <source>배송하지 않는 상품이에요</source>
        <translation>配送しない商品です</translation>
    </message>
    <message>
        <source>다른 매장에서 받을 수 없는 상품이에요</source>
        <translation>他店では受け取れない商品です</translation>
    </message>
    <message>
        <source>성인 확인이 필요해서 매장에서만 살 수 있어요</source>
        <translation>年齢確認が必要なため店頭でのみ買えます</translation>
    </message>
    <message>
        <source>직원이 직접 건네는 상품이라 매장에서만 살 수 있어요</source>
        <translation>スタッフが直接お渡しする商品のため、店舗でのみ購入できます</translation>
    </message>
    <message>
        <source>직원이 있을 때만 파는 상품이에요</source>
        <translation>スタッフがいるときだけ販売する商品です</translation>
    </message>
    <message>
        <source>지금은 살 수 없는 시간이에요</source>
        <translation>今は購入できない時間です</translation>
    </message>
    <message>
        <source>한 번에 이만큼은 살 수 없어요. 수량을 줄여 주세요</source>
        <translation>1回に購入できる数を超えています。数を減らしてください</translation>
    </message>
    <message>
        <source>이만큼은 없어요. 수량을 줄여 주세요</source>
        <translation>この数はありません。数を減らしてください</translation>
    </message>
    <message>
        <source>지금은 팔지 않는 상품이에요</source>
        <translation>今は販売していません</translation>
    </message>
    <message>
        <source>지금은 이렇게 받을 수 없어요</source>
        <translation>今はこの方法で受け取れません</translation>
    </message>
    <message>
        <source>이 매장에서 지금</source>
        <translation>この店で今すぐ</translation>
    </message>
    <message>
        <source>다른 매장에서 받기</source>
        <translation>他の店で受け取る</translation>
    </message>
    <message>
        <source>집으로 배송</source>
        <translation>ご自宅へ配送</translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>住所を入れると到着時間がわかります</translation>
    </message>
    <message>
        <source>지금은 주문만 저장하고 결제하지 않아요</source>
        <translation>今は注文を保存するだけで支払いはしません</translation>
    </message>
    <message>
        <source>주소는 결제 뒤 넣어요</source>
        <translation>住所は支払い後に入力します</translation>
    </message>
    <message>
        <source>직원이 먼저 찾아본 뒤에 준비해요</source>
        <translation>スタッフが先に確認してから用意します</translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · %2まで</translation>
    </message>
</context>
<context>
    <name>FulfilmentScreen</name>
    <message>
        <source>어떻게 받을까요?</source>
        <translation>どう受け取りますか?</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>합계</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>고르면 배송비까지 더해 보여 드려요</source>
        <translation>選ぶと配送料込みで表示します</translation>
    </message>
</context>
<context>
    <name>HangulKeyboard</name>
    <message>
        <source>검색</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>자판</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>대문자</source>
        <translation>大文字</translation>
    </message>
    <message>
        <source>쌍자음</source>
        <translation>濃音</translation>
    </message>
    <message>
        <source>한 글자 지우기</source>
        <translation>1文字消す</translation>
    </message>
    <message>
        <source>가나다</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>한/영</source>
        <translation>한/A</translation>
    </message>
    <message>
        <source>띄어쓰기</source>
        <translation>空白</translation>
    </message>
</context>
<context>
    <name>HealthBanners</name>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>有人レジへ送る</translation>
    </message>
    <message>
        <source>지금 이 계산대는 카드를 쓸 수 없어요</source>
        <translation>このレジでは今カードを使えません</translation>
    </message>
    <message>
        <source>계속 담을 수 있어요
%1</source>
        <translation>続けてスキャンできます
%1</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1분 %2초</source>
        <translation>%1分%2秒</translation>
    </message>
    <message>
        <source>%2초</source>
        <translation>%2秒</translation>
    </message>
    <message>
        <source>도움 요청</source>
        <translation>お手伝い</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>年齢確認</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>スタッフ確認</translation>
    </message>
    <message>
        <source>처음 보는 상품</source>
        <translation>未登録の商品</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>はかり</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>支払いの確認</translation>
    </message>
    <message>
        <source>가격 확인</source>
        <translation>価格の確認</translation>
    </message>
    <message>
        <source>팔지 않는 상품</source>
        <translation>販売していない商品</translation>
    </message>
    <message>
        <source>성인 확인이 필요해요</source>
        <translation>年齢確認が必要です</translation>
    </message>
    <message>
        <source>직원이 신분증을 확인해요</source>
        <translation>係員が身分証を確認します</translation>
    </message>
    <message>
        <source>직원 확인이 필요해요</source>
        <translation>スタッフの確認が必要です</translation>
    </message>
    <message>
        <source>직원이 건네는 상품이 있어요</source>
        <translation>スタッフがお渡しする商品があります</translation>
    </message>
    <message>
        <source>직원이 확인하고 직접 건네 드려요</source>
        <translation>スタッフが確認して直接お渡しします</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>係員を呼びました</translation>
    </message>
    <message>
        <source>직원이 확인하면 바로 알려 드려요</source>
        <translation>係員が確認したらお知らせします</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>係員が確認しました</translation>
    </message>
    <message>
        <source>가고 있어요</source>
        <translation>向かっています</translation>
    </message>
    <message>
        <source>지금은 직원이 자리에 없어요</source>
        <translation>今は係員がいません</translation>
    </message>
    <message>
        <source>이 상품만 빼고 결제할 수 있어요</source>
        <translation>この商品だけ除いて支払えます</translation>
    </message>
    <message>
        <source>담은 상품은 그대로예요</source>
        <translation>かごはそのままです</translation>
    </message>
    <message>
        <source>조금 더 걸려요</source>
        <translation>もう少しかかります</translation>
    </message>
    <message>
        <source>직원을 다시 불렀어요</source>
        <translation>係員をもう一度呼びました</translation>
    </message>
</context>
<context>
    <name>HelpBar</name>
    <message>
        <source>도구 막대</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>도움이 필요하면 직원을 불러 주세요</source>
        <translation>お困りの際は係員を呼んでください</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>呼び出し中</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>係員を呼ぶ</translation>
    </message>
</context>
<context>
    <name>IdleScreen</name>
    <message>
        <source>지금 이 계산대는
카드를 쓸 수 없어요</source>
        <translation>このレジでは今
カードが使えません</translation>
    </message>
    <message>
        <source>지금은 스캔할 수 없어요</source>
        <translation>今はスキャンできません</translation>
    </message>
    <message>
        <source>상품을 스캔하면
바로 시작해요</source>
        <translation>スキャンすると
すぐ始まります</translation>
    </message>
    <message>
        <source>직원이 도와 드려요</source>
        <translation>係員がお手伝いします</translation>
    </message>
    <message>
        <source>바코드를 아래 빨간 빛에 비춰 주세요</source>
        <translation>バーコードを下の赤い光にかざしてください</translation>
    </message>
    <message>
        <source>시작하기</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>係員を呼ぶ</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>呼び出し中</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>商品を探す</translation>
    </message>
    <message>
        <source>재고 확인 · 주문</source>
        <translation>在庫・注文</translation>
    </message>
    <message>
        <source>스캔해도 돼요. 담은 상품은 직원 계산대로 보내 드려요</source>
        <translation>スキャンできます。かごの中身は有人レジへ送ります</translation>
    </message>
    <message>
        <source>카드 단말기를 다시 연결하고 있어요</source>
        <translation>カード端末に再接続しています</translation>
    </message>
    <message>
        <source>영수증은 휴대폰으로만 받을 수 있어요</source>
        <translation>レシートはスマホのみです</translation>
    </message>
    <message>
        <source>신용·체크카드 · 휴대폰 결제</source>
        <translation>クレジット・デビット・スマホ決済</translation>
    </message>
</context>
<context>
    <name>InstalmentRow</name>
    <message>
        <source>할부</source>
        <translation>分割払い</translation>
    </message>
    <message>
        <source>신용카드만</source>
        <translation>クレジットカードのみ</translation>
    </message>
    <message>
        <source>더 보기</source>
        <translation>もっと見る</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>주문번호</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>영수증 QR 코드</source>
        <translation>レシートのQRコード</translation>
    </message>
    <message>
        <source>가져갈 상품은 결제했어요</source>
        <translation>お持ち帰り分は支払い済みです</translation>
    </message>
    <message>
        <source>결제함</source>
        <translation>支払い済み</translation>
    </message>
    <message>
        <source>결제 전</source>
        <translation>未払い</translation>
    </message>
    <message>
        <source>연결되면 주문을 전해요</source>
        <translation>接続したら注文を送ります</translation>
    </message>
    <message>
        <source>결제할 때까지 돈은 나가지 않아요</source>
        <translation>支払うまで請求はありません</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>%1은(는) 이 계산대에서 쓸 수 있어요</source>
        <translation>%1はこのレジで使えます</translation>
    </message>
    <message>
        <source>담은 상품은 직원 계산대에서 결제할 수 있어요</source>
        <translation>有人レジで支払えます</translation>
    </message>
    <message>
        <source>가까운 %1번 계산대에서 바로 결제할 수 있어요</source>
        <translation>近くの%1番レジですぐに支払えます</translation>
    </message>
    <message>
        <source>결제할 수 있어요</source>
        <translation>支払えます</translation>
    </message>
    <message>
        <source>카드 돼요
%1 확인</source>
        <translation>カード可
%1</translation>
    </message>
    <message numerus="yes">
        <source>상품 %n개 · %1</source>
        <translation><numerusform>商品%n点 · %1</numerusform></translation>
    </message>
    <message>
        <source>직원에게 번호를 말해 주세요. 직원이 이 계산대에서 꺼내요. %1까지 맡아 둬요</source>
        <translation>係員に番号を伝えてください。このレジで呼び出します。%1まで保管します</translation>
    </message>
    <message>
        <source>직원 계산대에서 번호를 말해 주세요. %1까지 맡아 둬요</source>
        <translation>有人レジで番号を伝えてください。%1まで保管します</translation>
    </message>
    <message>
        <source>직원 계산대 %1</source>
        <translation>有人レジ %1</translation>
    </message>
    <message>
        <source>%1번 계산대</source>
        <translation>%1番レジ</translation>
    </message>
</context>
<context>
    <name>LaneWays</name>
    <message>
        <source>카드 안 돼요</source>
        <translation>カード不可</translation>
    </message>
    <message>
        <source>이 계산대</source>
        <translation>このレジ</translation>
    </message>
    <message>
        <source>길 보기</source>
        <translation>行き方</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>언어</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>담은 상품은 그대로예요</source>
        <translation>かごはそのままです</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>처음부터 다시 할까요?</source>
        <translation>最初からやり直しますか？</translation>
    </message>
    <message>
        <source>처음 화면으로 돌아가요</source>
        <translation>最初の画面に戻ります</translation>
    </message>
    <message>
        <source>담은 상품을 모두 비우고 처음 화면으로 돌아가요</source>
        <translation>かごを空にして最初の画面に戻ります</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>비우고 처음으로</source>
        <translation>空にして最初から</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>%1 · 1kg %2</source>
        <translation>%1・1kg %2</translation>
    </message>
    <message>
        <source>회원은 1개 %1</source>
        <translation>会員は1点%1</translation>
    </message>
    <message>
        <source>회원은 1kg %1</source>
        <translation>会員は1kg %1</translation>
    </message>
    <message>
        <source>지금 가격</source>
        <translation>今の価格</translation>
    </message>
    <message>
        <source>아직 못 받은 행사 · %1</source>
        <translation>まだ適用前 · %1</translation>
    </message>
    <message>
        <source>%1에 끝났어요</source>
        <translation>%1に終わりました</translation>
    </message>
    <message>
        <source>지난 행사 · %1</source>
        <translation>終了した特典 · %1</translation>
    </message>
    <message>
        <source>바코드에 적힌 가격</source>
        <translation>バーコードの価格</translation>
    </message>
    <message numerus="yes">
        <source>%n개 × %1</source>
        <translation><numerusform>%n個 × %1</numerusform></translation>
    </message>
    <message>
        <source>%1부터 정상가</source>
        <translation>%1から通常価格</translation>
    </message>
    <message>
        <source>직원이 1kg %1으로 고쳤어요</source>
        <translation>係員が1kg %1に直しました</translation>
    </message>
    <message>
        <source>직원이 1개 %1으로 고쳤어요</source>
        <translation>係員が1点%1に直しました</translation>
    </message>
    <message>
        <source>진열대 가격</source>
        <translation>棚の価格</translation>
    </message>
    <message>
        <source>포장이 상한 상품</source>
        <translation>包装が傷んだ商品</translation>
    </message>
    <message>
        <source>직원 할인</source>
        <translation>係員による割引</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>年齢確認</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>スタッフ確認</translation>
    </message>
    <message>
        <source>회원가</source>
        <translation>会員価格</translation>
    </message>
    <message>
        <source>%1 · 병 보증금 %2</source>
        <translation>%1 · 瓶の預り金 %2</translation>
    </message>
    <message>
        <source>판매자 %1</source>
        <translation>販売者 %1</translation>
    </message>
    <message>
        <source>%1 할인</source>
        <translation>%1 引き</translation>
    </message>
    <message>
        <source>1개 %1</source>
        <translation>1個 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n개</source>
        <translation><numerusform>%1ほか%n点</numerusform></translation>
    </message>
    <message>
        <source>%1 · %2 할인</source>
        <translation>%1 · %2引き</translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · %2まで</translation>
    </message>
</context>
<context>
    <name>LineItemRow</name>
    <message>
        <source>왜 이 가격인지 보기</source>
        <translation>この価格の理由を見る</translation>
    </message>
    <message>
        <source>다시 재기</source>
        <translation>量り直す</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>매장 지도, %1, %2</source>
        <translation>店内地図、%1、%2</translation>
    </message>
</context>
<context>
    <name>MapSheet</name>
    <message>
        <source>위치를 알 수 없어요</source>
        <translation>場所が分かりません</translation>
    </message>
    <message>
        <source>%1 · 가져와서 바코드를 비춰 주세요</source>
        <translation>%1 · 持ってきてバーコードをかざしてください</translation>
    </message>
    <message>
        <source>직원에게 물어봐 주세요</source>
        <translation>スタッフにお尋ねください</translation>
    </message>
    <message>
        <source>%1 · 여기서 카드로 결제할 수 있어요</source>
        <translation>%1 · ここでカードで支払えます</translation>
    </message>
    <message>
        <source>알겠어요</source>
        <translation>分かりました</translation>
    </message>
</context>
<context>
    <name>MemberScreen</name>
    <message>
        <source>회원으로 담고 있어요</source>
        <translation>会員価格で計算しています</translation>
    </message>
    <message>
        <source>회원이 아니어도 살 수 있어요</source>
        <translation>会員でなくても買えます</translation>
    </message>
    <message>
        <source>쿠폰이나 회원 바코드를 비춰 주세요</source>
        <translation>クーポンか会員バーコードをかざしてください</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>クーポン・会員</translation>
    </message>
    <message>
        <source>회원 앱이나 카드의 바코드를 빨간 빛에 비춰 주세요</source>
        <translation>アプリやカードのバーコードを赤い光にかざしてください</translation>
    </message>
    <message>
        <source>쿠폰은 결제할 때 사용돼요. 결제하지 않으면 그대로 남아요</source>
        <translation>クーポンはお支払いのときに使われ、払わなければ残ります</translation>
    </message>
    <message>
        <source>회원가가 있는 상품은 바로 바뀌어요</source>
        <translation>会員価格にすぐ変わります</translation>
    </message>
    <message>
        <source>장바구니로</source>
        <translation>かごに戻る</translation>
    </message>
</context>
<context>
    <name>NotPaidScreen</name>
    <message>
        <source>단말기의 답을 기다려요. 화면이 저절로 바뀌어요</source>
        <translation>端末の応答を待っています。画面は自動で変わります</translation>
    </message>
    <message>
        <source>다시 결제하지 마세요</source>
        <translation>もう一度支払わないでください</translation>
    </message>
    <message>
        <source>직원이 와서 확인해요. 화면이 저절로 바뀌어요</source>
        <translation>係員が確認します。画面は自動で変わります</translation>
    </message>
    <message>
        <source>오래 걸리면 직원을 불러 주세요</source>
        <translation>時間がかかるときは係員を呼んでください</translation>
    </message>
    <message>
        <source>끝나면 화면이 저절로 바뀌어요</source>
        <translation>終わると画面が自動で切り替わります</translation>
    </message>
    <message>
        <source>한도나 잔액을 확인해 주세요</source>
        <translation>限度額や残高をご確認ください</translation>
    </message>
    <message>
        <source>다른 카드나 휴대폰으로 결제해 주세요</source>
        <translation>別のカードかスマホをお試しください</translation>
    </message>
    <message>
        <source>어려우면 직원을 불러 주세요</source>
        <translation>お困りなら係員を呼んでください</translation>
    </message>
    <message>
        <source>카드의 방향을 보고 끝까지 꽂아 주세요</source>
        <translation>カードの向きを確かめて奥まで差し込んでください</translation>
    </message>
    <message>
        <source>카드를 다시 꽂거나 대 주세요</source>
        <translation>カードをもう一度挿すかかざしてください</translation>
    </message>
    <message>
        <source>확인하는 금액</source>
        <translation>確認中の金額</translation>
    </message>
    <message>
        <source>결제할 금액</source>
        <translation>お支払い金額</translation>
    </message>
    <message>
        <source>돌려드리는 금액</source>
        <translation>お返しする金額</translation>
    </message>
    <message>
        <source>지금은 이렇게 해 주세요</source>
        <translation>今はこうしてください</translation>
    </message>
    <message>
        <source>이렇게 해 보세요</source>
        <translation>お試しください</translation>
    </message>
    <message>
        <source>다시 결제하기</source>
        <translation>もう一度支払う</translation>
    </message>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>有人レジへ送る</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>呼び出し中</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>係員を呼ぶ</translation>
    </message>
    <message>
        <source>장바구니 보기</source>
        <translation>かごを見る</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>직원에게 알렸어요. 다른 상품을 먼저 담아 주세요</source>
        <translation>係員に知らせました。ほかの商品を先にどうぞ</translation>
    </message>
    <message>
        <source>처음 보는 상품이에요</source>
        <translation>登録のない商品です</translation>
    </message>
    <message>
        <source>바코드를 읽지 못했어요</source>
        <translation>読み取れませんでした</translation>
    </message>
    <message>
        <source>포장을 펴고 다시 비춰 주세요</source>
        <translation>包装を伸ばしてもう一度かざしてください</translation>
    </message>
    <message>
        <source>코드가 두 개 보여요</source>
        <translation>コードが2つ見えます</translation>
    </message>
    <message>
        <source>하나만 비춰 주세요</source>
        <translation>一つだけかざしてください</translation>
    </message>
    <message>
        <source>조금 더 가까이 비춰 주세요</source>
        <translation>もう少し近づけてください</translation>
    </message>
    <message>
        <source>바코드가 작게 보여요</source>
        <translation>バーコードが小さく見えます</translation>
    </message>
    <message>
        <source>포장을 펴서 비춰 주세요</source>
        <translation>包装を伸ばしてかざしてください</translation>
    </message>
    <message>
        <source>구겨지거나 번들거려서 읽지 못했어요</source>
        <translation>しわや光の反射で読めませんでした</translation>
    </message>
    <message>
        <source>상품을 조금 돌려 주세요</source>
        <translation>商品を少し回してください</translation>
    </message>
    <message>
        <source>바코드가 비스듬해요</source>
        <translation>バーコードが斜めです</translation>
    </message>
    <message>
        <source>잠시 그대로 두세요</source>
        <translation>少しの間止めてください</translation>
    </message>
    <message>
        <source>흔들려서 읽지 못했어요</source>
        <translation>動いたので読めませんでした</translation>
    </message>
    <message>
        <source>밝은 쪽으로 비춰 주세요</source>
        <translation>明るい方にかざしてください</translation>
    </message>
    <message>
        <source>어두워서 읽지 못했어요</source>
        <translation>暗くて読めませんでした</translation>
    </message>
    <message>
        <source>포장의 QR 코드를 비춰 주세요</source>
        <translation>包装のQRコードをかざしてください</translation>
    </message>
    <message>
        <source>%item은(는) 소비기한을 확인하고 담아요</source>
        <translation>%itemは消費期限を確認してから追加します</translation>
    </message>
    <message>
        <source>소비기한을 알 수 없는 상품이에요</source>
        <translation>消費期限がわからない商品です</translation>
    </message>
    <message>
        <source>소비기한이 지난 상품이에요</source>
        <translation>消費期限が切れた商品です</translation>
    </message>
    <message>
        <source>%item은(는) 팔지 않아요. 직원에게 건네 주세요</source>
        <translation>%itemは販売しません。係員にお渡しください</translation>
    </message>
    <message>
        <source>이미 담은 라벨이에요</source>
        <translation>もう入っているラベルです</translation>
    </message>
    <message>
        <source>라벨이 같은 %item이(가) 하나 더 있나요?</source>
        <translation>同じラベルの%itemがもう1つありますか?</translation>
    </message>
    <message>
        <source>이미 담은 상품이에요</source>
        <translation>すでに追加した商品です</translation>
    </message>
    <message>
        <source>같은 포장은 한 번만 담아요</source>
        <translation>同じ包装は一度だけ追加します</translation>
    </message>
    <message>
        <source>카드로 결제하거나 직원에게 물어봐 주세요</source>
        <translation>カードで支払うか、スタッフにお尋ねください</translation>
    </message>
    <message>
        <source>결제하기를 누르고 다시 비춰 주세요</source>
        <translation>「支払う」を押してから、もう一度かざしてください</translation>
    </message>
    <message>
        <source>이미 쓴 상품권이에요</source>
        <translation>この商品券は使用済みです</translation>
    </message>
    <message>
        <source>기한이 지난 상품권이에요</source>
        <translation>この商品券は期限が切れています</translation>
    </message>
    <message>
        <source>상품권이 낼 금액보다 커요</source>
        <translation>商品券がお支払い金額より大きいです</translation>
    </message>
    <message>
        <source>거스름돈이 없어서 쓸 수 없어요. 상품을 더 담아도 돼요</source>
        <translation>おつりが出ないため使えません。商品を追加できます</translation>
    </message>
    <message>
        <source>확인할 수 없는 상품권이에요</source>
        <translation>確認できない商品券です</translation>
    </message>
    <message>
        <source>이 계산대에서는 쓸 수 없는 상품권이에요</source>
        <translation>このレジでは使えない商品券です</translation>
    </message>
    <message>
        <source>이 계산대에서는 아직 쓸 수 없어요. 직원에게 물어봐 주세요</source>
        <translation>このレジではまだ使えません。係員にお尋ねください</translation>
    </message>
    <message>
        <source>상품권이에요</source>
        <translation>商品券です</translation>
    </message>
    <message>
        <source>영수증이에요</source>
        <translation>レシートです</translation>
    </message>
    <message>
        <source>교환·환불은 직원이 도와 드려요</source>
        <translation>交換・返金は係員が承ります</translation>
    </message>
    <message>
        <source>맡겨 둔 장바구니 번호예요</source>
        <translation>預けたかごの番号です</translation>
    </message>
    <message>
        <source>이 계산대에서는 아직 열 수 없어요. 직원에게 보여 주세요</source>
        <translation>このレジではまだ開けません。係員に見せてください</translation>
    </message>
    <message>
        <source>모바일 신분증이에요</source>
        <translation>モバイル身分証です</translation>
    </message>
    <message>
        <source>성인 확인은 직원이 해요</source>
        <translation>年齢確認は係員が行います</translation>
    </message>
    <message>
        <source>신분증을 직원에게 보여 주세요</source>
        <translation>身分証を係員に見せてください</translation>
    </message>
    <message>
        <source>지금은 팔지 않는 상품이에요</source>
        <translation>今は販売していません</translation>
    </message>
    <message>
        <source>%item은(는) 담지 않았어요. 직원에게 건네 주세요</source>
        <translation>%itemは追加していません。係員にお渡しください</translation>
    </message>
    <message>
        <source>매장에서는 팔지 않는 상품이에요</source>
        <translation>店頭では販売していません</translation>
    </message>
    <message>
        <source>상품 찾기에서 배송으로 주문할 수 있어요</source>
        <translation>商品を探すから配送で注文できます</translation>
    </message>
    <message>
        <source>결제 바코드예요</source>
        <translation>決済用のコードです</translation>
    </message>
    <message>
        <source>이 계산대에서는 카드로 결제할 수 있어요</source>
        <translation>このレジではカードで支払えます</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n개</source>
        <translation><numerusform>%1ほか%n点</numerusform></translation>
    </message>
    <message>
        <source>저울을 쓸 수 없어요</source>
        <translation>はかりが使えません</translation>
    </message>
    <message>
        <source>직원을 불러 주시면 도와 드려요</source>
        <translation>係員を呼ぶとお手伝いします</translation>
    </message>
    <message>
        <source>결제하는 중이에요</source>
        <translation>お支払い中です</translation>
    </message>
    <message>
        <source>방금 스캔한 상품은 이번 결제에 들어가지 않아요</source>
        <translation>今スキャンした商品は今回の支払いに入りません</translation>
    </message>
    <message>
        <source>계산하지 않은 상품이 있어요</source>
        <translation>未払いの商品があります</translation>
    </message>
    <message>
        <source>결제하는 동안 스캔한 상품은 다시 담아 주세요</source>
        <translation>支払い中にスキャンした商品はもう一度どうぞ</translation>
    </message>
    <message>
        <source>행사 할인을 받았어요</source>
        <translation>割引になりました</translation>
    </message>
    <message>
        <source>%amount을 할인했어요</source>
        <translation>%amount 割引しました</translation>
    </message>
    <message>
        <source>회원가로 바뀌었어요</source>
        <translation>会員価格になりました</translation>
    </message>
    <message>
        <source>%amount 싸게 살 수 있어요</source>
        <translation>%amount お得です</translation>
    </message>
    <message>
        <source>등록된 회원 번호가 아니에요</source>
        <translation>会員番号が見つかりません</translation>
    </message>
    <message>
        <source>회원 바코드를 다시 비춰 주세요. 회원이 아니어도 살 수 있어요</source>
        <translation>もう一度かざしてください。会員でなくても買えます</translation>
    </message>
    <message>
        <source>가격이 내렸어요</source>
        <translation>値下がりしました</translation>
    </message>
    <message>
        <source>%item %amount 싸게 살 수 있어요</source>
        <translation>%itemが%amount安くなりました</translation>
    </message>
    <message>
        <source>직원이 가격을 고쳤어요</source>
        <translation>係員が価格を直しました</translation>
    </message>
    <message>
        <source>코드를 단말기에 보여 주세요. 안 되면 카드로 결제할 수 있어요</source>
        <translation>コードを端末に見せてください。使えない場合はカードで支払えます</translation>
    </message>
    <message>
        <source>결제하기를 누르면 쓸 수 있어요</source>
        <translation>「お支払い」を押すと使えます</translation>
    </message>
    <message>
        <source>한 번에 99개까지 담을 수 있어요</source>
        <translation>一度に99個までです</translation>
    </message>
    <message>
        <source>더 필요하면 직원을 불러 주세요</source>
        <translation>もっと必要なら係員を呼んでください</translation>
    </message>
    <message>
        <source>지금은 저장하지 못했어요</source>
        <translation>今は保存できませんでした</translation>
    </message>
    <message>
        <source>결제하지 않았고 장바구니는 그대로예요. 직원을 불러 주세요</source>
        <translation>請求はなく、かごもそのままです。係員を呼んでください</translation>
    </message>
    <message>
        <source>장바구니를 지켜 두었어요</source>
        <translation>かごを保管しました</translation>
    </message>
    <message>
        <source>5분 안에 돌아오면 이어서 담을 수 있어요</source>
        <translation>5分以内に戻れば続けられます</translation>
    </message>
    <message>
        <source>%item은(는) 뺐어요</source>
        <translation>%itemを除きました</translation>
    </message>
    <message>
        <source>성인 확인이 되지 않았어요. 다른 상품은 그대로예요</source>
        <translation>年齢確認ができませんでした。ほかの商品はそのままです</translation>
    </message>
    <message>
        <source>성인 확인이 끝났어요</source>
        <translation>年齢確認が済みました</translation>
    </message>
    <message>
        <source>이어서 결제할 수 있어요</source>
        <translation>続けて支払えます</translation>
    </message>
    <message>
        <source>지금은 그렇게 받을 수 없어요</source>
        <translation>今はその方法では受け取れません</translation>
    </message>
    <message>
        <source>%item을(를) 받을 다른 방법을 골라 주세요</source>
        <translation>%itemの別の受け取り方法を選んでください</translation>
    </message>
    <message>
        <source>%item을(를) 뺐어요</source>
        <translation>%itemを除きました</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>係員が確認しました</translation>
    </message>
    <message>
        <source>%item을(를) 담았어요</source>
        <translation>%itemをかごに入れました</translation>
    </message>
    <message>
        <source>직원이 건네지 못했어요. 다른 상품은 그대로예요</source>
        <translation>スタッフがお渡しできませんでした。ほかの商品はそのままです</translation>
    </message>
    <message>
        <source>%item을(를) 다시 비춰 주세요</source>
        <translation>%itemをもう一度かざしてください</translation>
    </message>
    <message>
        <source>직원이 먼저 살펴볼게요</source>
        <translation>先にスタッフが確認します</translation>
    </message>
    <message>
        <source>%item은(는) 직원이 확인하면 담을 수 있어요</source>
        <translation>%itemはスタッフの確認後にかごに入れられます</translation>
    </message>
    <message>
        <source>품질유지기한이 지난 상품이에요</source>
        <translation>品質保持期限が過ぎた商品です</translation>
    </message>
    <message>
        <source>지금은 안전을 확인할 수 없는 상품이에요</source>
        <translation>今は安全を確認できない商品です</translation>
    </message>
    <message>
        <source>방금 판매가 멈춘 상품이에요</source>
        <translation>販売が止まったばかりの商品です</translation>
    </message>
    <message>
        <source>%item은(는) 뺐어요. 직원에게 건네 주세요. 다른 상품은 그대로예요</source>
        <translation>%itemを取り消しました。スタッフにお渡しください。ほかの商品はそのままです</translation>
    </message>
    <message>
        <source>%item은(는) 더 담지 않았어요</source>
        <translation>%itemはこれ以上入れませんでした</translation>
    </message>
    <message>
        <source>직원이 있을 때만 파는 상품이에요</source>
        <translation>スタッフがいるときだけ販売する商品です</translation>
    </message>
    <message>
        <source>지금은 직원이 없어서 %item은(는) 담지 않았어요</source>
        <translation>今はスタッフがいないため、%itemは入れませんでした</translation>
    </message>
    <message>
        <source>지금은 살 수 없는 시간이에요</source>
        <translation>今は購入できない時間です</translation>
    </message>
    <message>
        <source>%item은(는) %when부터 살 수 있어요</source>
        <translation>%itemは%whenから購入できます</translation>
    </message>
    <message>
        <source>한 번에 %count개까지 살 수 있어요</source>
        <translation>1回に%count個まで購入できます</translation>
    </message>
    <message>
        <source>한 분이 %count개까지 살 수 있어요</source>
        <translation>お一人様%count個まで購入できます</translation>
    </message>
    <message>
        <source>%amount 더 담으면 할인돼요</source>
        <translation>あと%amountで割引になります</translation>
    </message>
    <message>
        <source>%item을(를) 담으면 할인돼요</source>
        <translation>%itemを入れると割引になります</translation>
    </message>
    <message numerus="yes">
        <source>‘%name’ 상품을 담으면 할인돼요</source>
        <translation><numerusform>「%name」の対象商品を入れると割引になります</numerusform></translation>
    </message>
    <message>
        <source>해당하는 상품을 담으면 할인돼요</source>
        <translation>対象商品を入れると割引になります</translation>
    </message>
    <message>
        <source>쿠폰 −%amount 쓸게요</source>
        <translation>クーポン −%amountを使います</translation>
    </message>
    <message>
        <source>결제하면 사용돼요</source>
        <translation>お支払いのときに使われます</translation>
    </message>
    <message>
        <source>아직 쿠폰을 쓸 상품이 없어요</source>
        <translation>まだクーポンの対象商品がありません</translation>
    </message>
    <message>
        <source>회원만 쓸 수 있는 쿠폰이에요</source>
        <translation>会員だけが使えるクーポンです</translation>
    </message>
    <message>
        <source>회원 바코드를 비추면 할인돼요</source>
        <translation>会員バーコードをかざすと割引になります</translation>
    </message>
    <message>
        <source>이미 담은 쿠폰이에요</source>
        <translation>もう入っているクーポンです</translation>
    </message>
    <message>
        <source>같은 쿠폰은 한 번에 한 장만 쓸 수 있어요</source>
        <translation>同じクーポンは1回に1枚だけ使えます</translation>
    </message>
    <message>
        <source>제휴 카드로 %amount 할인했어요</source>
        <translation>提携カードで%amount割引しました</translation>
    </message>
    <message>
        <source>결제할 때 함께 적용돼요</source>
        <translation>お支払いのときに適用されます</translation>
    </message>
    <message>
        <source>제휴 카드를 확인했어요</source>
        <translation>提携カードを確認しました</translation>
    </message>
    <message>
        <source>쿠폰 없이 계속 담을 수 있어요</source>
        <translation>なくてもそのまま続けられます</translation>
    </message>
    <message>
        <source>직원에게 보여 주세요</source>
        <translation>係員にお見せください</translation>
    </message>
    <message>
        <source>이미 사용한 쿠폰이에요</source>
        <translation>使用済みのクーポンです</translation>
    </message>
    <message>
        <source>기간이 지난 쿠폰이에요</source>
        <translation>期限切れのクーポンです</translation>
    </message>
    <message>
        <source>지금은 쓸 수 없는 쿠폰이에요</source>
        <translation>今は使えないクーポンです</translation>
    </message>
    <message>
        <source>쓸 수 있는 날과 매장을 확인해 주세요</source>
        <translation>使える日と店舗をご確認ください</translation>
    </message>
    <message>
        <source>이 매장에 없는 쿠폰이에요</source>
        <translation>この店にはないクーポンです</translation>
    </message>
    <message>
        <source>이 매장에서는 쓸 수 없는 쿠폰이에요</source>
        <translation>この店では使えないクーポンです</translation>
    </message>
    <message>
        <source>지금은 쿠폰을 확인할 수 없어요</source>
        <translation>今はクーポンを確認できません</translation>
    </message>
    <message>
        <source>다음에 쓸 수 있어요</source>
        <translation>次回お使いいただけます</translation>
    </message>
    <message>
        <source>포인트를 주는 쿠폰이에요</source>
        <translation>ポイントがもらえるクーポンです</translation>
    </message>
    <message>
        <source>이 매장에서 쓸 수 없는 카드예요</source>
        <translation>この店では使えないカードです</translation>
    </message>
</context>
<context>
    <name>NowCard</name>
    <message>
        <source>담았어요</source>
        <translation>追加しました</translation>
    </message>
</context>
<context>
    <name>OrderKeptScreen</name>
    <message>
        <source>주문을 저장했어요</source>
        <translation>注文を保存しました</translation>
    </message>
    <message>
        <source>주문은 아직 결제하지 않았어요</source>
        <translation>注文はまだ支払っていません</translation>
    </message>
    <message>
        <source>한 번 더 인쇄</source>
        <translation>もう一度印刷</translation>
    </message>
    <message>
        <source>종이로 받기</source>
        <translation>紙で受け取る</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>あと1分</translation>
    </message>
    <message>
        <source>인터넷 연결이 잠시 끊겼어요</source>
        <translation>一時的にオフラインです</translation>
    </message>
    <message>
        <source>저장한 주문은 사라지지 않아요</source>
        <translation>保存した注文は消えません</translation>
    </message>
    <message>
        <source>확인했어요</source>
        <translation>確認しました</translation>
    </message>
    <message>
        <source>다 챙겼어요</source>
        <translation>すべて持ちました</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요</source>
        <translation>%1秒後に最初の画面に戻ります</translation>
    </message>
</context>
<context>
    <name>OrdersCard</name>
    <message>
        <source>주문번호</source>
        <translation>注文番号</translation>
    </message>
</context>
<context>
    <name>OtherTenders</name>
    <message>
        <source>같은 금액 %1</source>
        <translation>同じ金額 %1</translation>
    </message>
    <message>
        <source>다음 카드로 결제해요</source>
        <translation>次のカードで支払います</translation>
    </message>
    <message>
        <source>나눠서 결제</source>
        <translation>分けて支払う</translation>
    </message>
    <message>
        <source>금액을 나눠 결제해요</source>
        <translation>金額を分けて支払います</translation>
    </message>
    <message>
        <source>QR · 바코드 결제</source>
        <translation>QR・バーコード決済</translation>
    </message>
    <message>
        <source>간편결제 앱의 코드를 스캐너에 비춰 주세요</source>
        <translation>決済アプリのコードをスキャナーにかざしてください</translation>
    </message>
    <message>
        <source>상품권은 QR을 비춰 주세요</source>
        <translation>商品券はQRコードをかざしてください</translation>
    </message>
    <message>
        <source>남은 금액은 카드로 결제해요</source>
        <translation>残りの金額はカードで支払います</translation>
    </message>
</context>
<context>
    <name>PagedList</name>
    <message>
        <source>%1가지 중 %2–%3</source>
        <translation>%1点中 %2–%3</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>ParkSheet</name>
    <message>
        <source>직원 계산대로 보낼까요?</source>
        <translation>有人レジへ送りますか？</translation>
    </message>
    <message>
        <source>번호를 알려 드려요. 상품을 들고 가서 번호를 말하면 다시 스캔하지 않아도 돼요</source>
        <translation>番号をお知らせします。商品を持って番号を伝えれば、スキャンし直す必要はありません</translation>
    </message>
    <message>
        <source>번호 받기</source>
        <translation>番号を受け取る</translation>
    </message>
    <message>
        <source>계속 담을게요</source>
        <translation>買い物を続ける</translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message>
        <source>장바구니를 보냈어요</source>
        <translation>かごを送りました</translation>
    </message>
    <message>
        <source>장바구니 번호</source>
        <translation>かごの番号</translation>
    </message>
    <message>
        <source>알겠어요</source>
        <translation>分かりました</translation>
    </message>
</context>
<context>
    <name>PartlyPaidScreen</name>
    <message>
        <source>남은 금액을 결제해 주세요</source>
        <translation>残りの金額をお支払いください</translation>
    </message>
    <message>
        <source>남은 금액 %1</source>
        <translation>残りの金額 %1</translation>
    </message>
    <message>
        <source>지금은 카드를 쓸 수 없어요</source>
        <translation>今はカードが使えません</translation>
    </message>
    <message>
        <source>그만하고 돌려받기</source>
        <translation>やめて返金してもらう</translation>
    </message>
</context>
<context>
    <name>PaySummary</name>
    <message>
        <source>결제할 금액</source>
        <translation>お支払い金額</translation>
    </message>
    <message>
        <source>남은 금액</source>
        <translation>残りの金額</translation>
    </message>
    <message>
        <source>골랐어요</source>
        <translation>選択中</translation>
    </message>
    <message>
        <source>고르기</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>낸 금액 · %1</source>
        <translation>お支払い済み · %1</translation>
    </message>
    <message>
        <source>포인트로 결제</source>
        <translation>ポイントで支払う</translation>
    </message>
    <message>
        <source>포인트 덜 쓰기</source>
        <translation>ポイントを減らす</translation>
    </message>
    <message>
        <source>%1 쓰기</source>
        <translation>%1使う</translation>
    </message>
    <message>
        <source>포인트 더 쓰기</source>
        <translation>ポイントを増やす</translation>
    </message>
    <message>
        <source>현금영수증</source>
        <translation>現金領収証</translation>
    </message>
    <message>
        <source>바꾸기</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>배송·픽업 주문은 저장만 해요</source>
        <translation>配送・受け取り注文は保存だけです</translation>
    </message>
    <message>
        <source>아직 결제하지 않아요</source>
        <translation>まだお支払いはありません</translation>
    </message>
</context>
<context>
    <name>PayTile</name>
    <message>
        <source>카드 · 휴대폰 터치</source>
        <translation>カード・スマホ</translation>
    </message>
    <message>
        <source>단말기에 꽂거나 가까이 대 주세요</source>
        <translation>端末に挿すかかざしてください</translation>
    </message>
    <message>
        <source>신용·체크카드</source>
        <translation>クレジット・デビット</translation>
    </message>
    <message>
        <source>휴대폰 결제</source>
        <translation>スマホ決済</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>현금은 직원 계산대에서 결제할 수 있어요</source>
        <translation>現金は有人レジで支払えます</translation>
    </message>
    <message>
        <source>현금은 %1, 직원 계산대에서 결제할 수 있어요</source>
        <translation>現金（%1）は有人レジで支払えます</translation>
    </message>
    <message>
        <source>직원에게 보여 줄 번호 %1</source>
        <translation>係員用の番号 %1</translation>
    </message>
    <message>
        <source>앞 결제를 확인하고 있어요</source>
        <translation>前の支払いを確認しています</translation>
    </message>
    <message>
        <source>카드 단말기와 연결이 끊겼어요</source>
        <translation>カード端末の接続が切れました</translation>
    </message>
    <message>
        <source>결제했어요</source>
        <translation>お支払いが済みました</translation>
    </message>
    <message>
        <source>영수증을 준비하고 있어요</source>
        <translation>レシートを準備しています</translation>
    </message>
    <message>
        <source>결제를 준비하고 있어요</source>
        <translation>支払いを準備しています</translation>
    </message>
    <message>
        <source>카드를 빼지 마세요</source>
        <translation>カードを抜かないでください</translation>
    </message>
    <message>
        <source>카드를 꽂거나
가까이 대 주세요</source>
        <translation>カードを挿すか
かざしてください</translation>
    </message>
    <message>
        <source>휴대폰 결제도 여기에 대 주세요</source>
        <translation>スマホもここにかざしてください</translation>
    </message>
    <message>
        <source>카드를 읽고 있어요</source>
        <translation>カードを読み取っています</translation>
    </message>
    <message>
        <source>카드를 읽지 못했어요</source>
        <translation>カードを読み取れませんでした</translation>
    </message>
    <message>
        <source>방향을 보고 다시 꽂거나 가까이 대 주세요</source>
        <translation>向きを確かめて、もう一度差し込むかタッチしてください</translation>
    </message>
    <message>
        <source>결제 앱으로 QR을 찍거나 앱의 코드를 단말기에 보여 주세요</source>
        <translation>決済アプリでQRを読むか、アプリのコードを端末に見せてください</translation>
    </message>
    <message>
        <source>카드사에 확인하고 있어요</source>
        <translation>カード会社に確認しています</translation>
    </message>
    <message>
        <source>단말기가 처리하고 있어요</source>
        <translation>端末が処理しています</translation>
    </message>
    <message>
        <source>카드를 꺼내 주세요</source>
        <translation>カードをお取りください</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>係員が確認しました</translation>
    </message>
    <message>
        <source>결제되지 않았어요. 나중에 승인된 것으로 나오면 그대로 돌려드려요</source>
        <translation>支払われていません。後で承認と分かった場合は全額お返しします</translation>
    </message>
    <message>
        <source>카드사에서
승인하지 않았어요</source>
        <translation>カードが
承認されませんでした</translation>
    </message>
    <message>
        <source>카드 단말기가 다른 일을 하고 있어요</source>
        <translation>カード端末は別の処理をしています</translation>
    </message>
    <message>
        <source>카드 단말기를 확인할 수 없어서 쓰지 않아요</source>
        <translation>カード端末を確認できないため使いません</translation>
    </message>
    <message>
        <source>카드 단말기의 종이가 떨어졌어요</source>
        <translation>カード端末の用紙が切れています</translation>
    </message>
    <message>
        <source>카드 단말기가 마감을 기다리고 있어요</source>
        <translation>カード端末は締め処理を待っています</translation>
    </message>
    <message>
        <source>카드 단말기를 직원이 살펴봐야 해요</source>
        <translation>カード端末を係員が確認する必要があります</translation>
    </message>
    <message numerus="yes">
        <source>%n개월 할부</source>
        <translation><numerusform>%n回払い</numerusform></translation>
    </message>
    <message>
        <source>일시불</source>
        <translation>一括払い</translation>
    </message>
    <message numerus="yes">
        <source>%n개월</source>
        <translation><numerusform>%n回</numerusform></translation>
    </message>
    <message>
        <source>결제를 취소하고 있어요</source>
        <translation>支払いを取り消しています</translation>
    </message>
    <message>
        <source>단말기의 답을 기다리고 있어요. 다시 결제하지 마세요</source>
        <translation>端末の応答を待っています。もう一度支払わないでください</translation>
    </message>
    <message>
        <source>돈은 빠져나가지 않았어요. 장바구니도 그대로예요</source>
        <translation>請求はありません。かごもそのままです</translation>
    </message>
    <message>
        <source>여기서는 돈이 빠져나가지 않았어요. 먼저 낸 금액은 그대로예요</source>
        <translation>今回は引き落とされていません。先にお支払いの分はそのままです</translation>
    </message>
    <message>
        <source>낸 금액을 모두 돌려드렸어요. 장바구니도 그대로예요</source>
        <translation>お支払い分はすべてお返ししました。カゴもそのままです</translation>
    </message>
    <message>
        <source>결제됐는지 확인하고 있어요</source>
        <translation>お支払いを確認しています</translation>
    </message>
    <message>
        <source>단말기에
비밀번호를 눌러 주세요</source>
        <translation>端末に
暗証番号を入力してください</translation>
    </message>
    <message>
        <source>단말기에서
QR로 결제해 주세요</source>
        <translation>端末で
QR決済をしてください</translation>
    </message>
    <message>
        <source>카드를 꺼내면 결과를 알려 드려요</source>
        <translation>カードを取り出すと結果をお知らせします</translation>
    </message>
    <message>
        <source>다시 결제하지 말고 잠시 기다려 주세요</source>
        <translation>もう一度支払わず、少々お待ちください</translation>
    </message>
    <message>
        <source>낸 금액을 돌려드리고 있어요</source>
        <translation>お支払い分をお返ししています</translation>
    </message>
    <message>
        <source>끝나면 바로 알려 드려요. 잠시만 기다려 주세요</source>
        <translation>終わったらすぐにお知らせします。少々お待ちください</translation>
    </message>
    <message>
        <source>서명이 필요한 카드예요</source>
        <translation>署名が必要なカードです</translation>
    </message>
    <message>
        <source>여기서는 서명을 받을 수 없어서 낸 금액을 돌려드렸어요. 장바구니는 그대로예요</source>
        <translation>ここでは署名を受けられないため、お支払い分をお返ししました。かごはそのままです</translation>
    </message>
    <message>
        <source>결제를 마치지 못했어요</source>
        <translation>お支払いを完了できませんでした</translation>
    </message>
    <message>
        <source>결제를 시작하지 못했어요</source>
        <translation>お支払いを始められませんでした</translation>
    </message>
    <message>
        <source>할인받을 카드가 아니에요</source>
        <translation>割引対象のカードではありません</translation>
    </message>
    <message>
        <source>낸 금액은 돌려드렸어요. 다시 고르거나 할인 없이 결제할 수 있어요</source>
        <translation>お支払い分はお返ししました。選び直すか、割引なしで支払えます</translation>
    </message>
    <message>
        <source>결제를 취소했어요</source>
        <translation>支払いを取り消しました</translation>
    </message>
    <message>
        <source>카드 단말기를 쓸 수 없어요</source>
        <translation>カード端末が使えません</translation>
    </message>
    <message>
        <source>직원이 결제를 확인해야 해요</source>
        <translation>係員が支払いを確認します</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>商品券</translation>
    </message>
    <message>
        <source>포인트</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>이 카드로 모두 내면 %1 → %2</source>
        <translation>このカードで全額支払うと %1 → %2</translation>
    </message>
    <message>
        <source>이 페이로 모두 내면 %1 → %2</source>
        <translation>このアプリ決済で全額支払うと %1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>%n번으로 나눠요</source>
        <translation><numerusform>%n回に分けます</numerusform></translation>
    </message>
    <message>
        <source>쓸 수 있는 포인트 %1</source>
        <translation>使えるポイント %1</translation>
    </message>
    <message>
        <source>%1부터 쓸 수 있어요</source>
        <translation>%1から使えます</translation>
    </message>
    <message>
        <source>포인트를 확인하고 있어요</source>
        <translation>ポイントを確認しています</translation>
    </message>
    <message>
        <source>포인트가 없는 회원이에요</source>
        <translation>ポイントのない会員です</translation>
    </message>
    <message>
        <source>지금은 포인트를 쓸 수 없어요</source>
        <translation>今はポイントを使えません</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요</source>
        <translation>少々お待ちください</translation>
    </message>
    <message>
        <source>취소하고 있어요</source>
        <translation>取り消しています</translation>
    </message>
    <message>
        <source>포인트도 장바구니도 그대로예요</source>
        <translation>ポイントもカゴもそのままです</translation>
    </message>
    <message>
        <source>포인트를 쓰지 못했어요</source>
        <translation>ポイントを使えませんでした</translation>
    </message>
    <message>
        <source>포인트를 쓰지 않았어요</source>
        <translation>ポイントは使いませんでした</translation>
    </message>
    <message>
        <source>상품권도 장바구니도 그대로예요</source>
        <translation>商品券もカゴもそのままです</translation>
    </message>
    <message>
        <source>상품권을 확인하고 있어요</source>
        <translation>商品券を確認しています</translation>
    </message>
    <message>
        <source>이 상품권은 쓸 수 없어요</source>
        <translation>この商品券は使えません</translation>
    </message>
    <message>
        <source>상품권을 쓰지 않았어요</source>
        <translation>商品券は使いませんでした</translation>
    </message>
    <message>
        <source>지금은 상품권을 확인할 수 없어요</source>
        <translation>今は商品券を確認できません</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>バーコードなし</translation>
    </message>
    <message>
        <source>모두 %1가지</source>
        <translation>全%1種類</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>%2자리 가운데 %1자리를 눌렀어요</source>
        <translation>%2桁中%1桁を入力しました</translation>
    </message>
    <message>
        <source>모두 지움</source>
        <translation>すべて消す</translation>
    </message>
    <message>
        <source>한 자리 지움</source>
        <translation>1桁消す</translation>
    </message>
</context>
<context>
    <name>PriceSheet</name>
    <message>
        <source>얼마로 고칠까요?</source>
        <translation>いくらに直しますか?</translation>
    </message>
    <message>
        <source>이 가격으로 고치기</source>
        <translation>この価格に直す</translation>
    </message>
    <message>
        <source>가격을 눌러 주세요</source>
        <translation>価格を入力してください</translation>
    </message>
</context>
<context>
    <name>Produce</name>
    <message numerus="yes">
        <source>봉투 %n개를 담았어요</source>
        <translation><numerusform>袋を%n枚追加しました</numerusform></translation>
    </message>
    <message>
        <source>1kg %1</source>
        <translation>1kg %1</translation>
    </message>
</context>
<context>
    <name>ProduceScreen</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>バーコードなし</translation>
    </message>
    <message>
        <source>그림을 골라 주세요</source>
        <translation>絵を選んでください</translation>
    </message>
    <message>
        <source>찾지 못했어요</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>다른 첫소리나 번호를 눌러 보세요</source>
        <translation>別の文字か番号をお試しください</translation>
    </message>
    <message>
        <source>첫소리로 찾기</source>
        <translation>頭文字で探す</translation>
    </message>
    <message>
        <source>번호로 찾기</source>
        <translation>番号で探す</translation>
    </message>
    <message>
        <source>이름을 몰라요</source>
        <translation>名前がわかりません</translation>
    </message>
</context>
<context>
    <name>Product</name>
    <message>
        <source>이 매장</source>
        <translation>この店</translation>
    </message>
    <message>
        <source>있어요</source>
        <translation>あります</translation>
    </message>
    <message>
        <source>배송</source>
        <translation>配送</translation>
    </message>
    <message numerus="yes">
        <source>%n개</source>
        <translation><numerusform>%n個</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n개 · %1</source>
        <translation><numerusform>%n点 · %1</numerusform></translation>
    </message>
    <message>
        <source>받을 방법을 골라 주세요</source>
        <translation>受け取り方法を選んでください</translation>
    </message>
    <message>
        <source>어디 있는지 보기</source>
        <translation>場所を見る</translation>
    </message>
    <message>
        <source>%1 담기</source>
        <translation>%1で入れる</translation>
    </message>
    <message>
        <source>회원가</source>
        <translation>会員価格</translation>
    </message>
    <message>
        <source>회원가 %1</source>
        <translation>会員価格 %1</translation>
    </message>
    <message>
        <source>판매자 %1</source>
        <translation>販売者 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n일 안에 취소할 수 있어요</source>
        <translation><numerusform>%n日以内にキャンセルできます</numerusform></translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>住所を入れると到着時間がわかります</translation>
    </message>
</context>
<context>
    <name>ProductFacts</name>
    <message>
        <source>크게 보기</source>
        <translation>大きく見る</translation>
    </message>
</context>
<context>
    <name>ProductScreen</name>
    <message>
        <source>뒤로</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>장바구니, 상품 %1</source>
        <translation>かご、%1</translation>
    </message>
    <message>
        <source>받을 방법 고르기</source>
        <translation>受け取り方法を選ぶ</translation>
    </message>
</context>
<context>
    <name>ProductStock</name>
    <message>
        <source>재고</source>
        <translation>在庫</translation>
    </message>
</context>
<context>
    <name>PromoNudge</name>
    <message>
        <source>하나는 맡길게요</source>
        <translation>1つ預けます</translation>
    </message>
    <message>
        <source>위치 보기</source>
        <translation>場所を見る</translation>
    </message>
    <message>
        <source>괜찮아요</source>
        <translation>けっこうです</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR 코드</source>
        <translation>QRコード</translation>
    </message>
</context>
<context>
    <name>QuantityStepper</name>
    <message>
        <source>%1 빼기</source>
        <translation>%1を取り消す</translation>
    </message>
    <message>
        <source>%1 하나 줄이기</source>
        <translation>%1を1つ減らす</translation>
    </message>
    <message>
        <source>%1개</source>
        <translation>%1個</translation>
    </message>
    <message>
        <source>%1 하나 더</source>
        <translation>%1をもう1つ</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>영수증 QR 코드</source>
        <translation>レシートのQRコード</translation>
    </message>
    <message>
        <source>곧 올라와요</source>
        <translation>まもなく届きます</translation>
    </message>
    <message>
        <source>영수증을
휴대폰에 담아요</source>
        <translation>レシートを
スマホで受け取る</translation>
    </message>
    <message>
        <source>QR을 열고 그 화면을 그대로 두세요. 연결되면 영수증이 나와요</source>
        <translation>QRを開いてそのままお待ちください。接続するとレシートが出ます</translation>
    </message>
    <message>
        <source>카메라로 QR을 비추면 영수증이 열려요. 교환·환불에도 쓸 수 있어요</source>
        <translation>カメラをQRに向けると開きます。返品にも使えます</translation>
    </message>
    <message>
        <source>인쇄하고 있어요</source>
        <translation>印刷中</translation>
    </message>
    <message>
        <source>한 번 더 인쇄</source>
        <translation>もう一度印刷</translation>
    </message>
    <message>
        <source>종이로 받기</source>
        <translation>紙で受け取る</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>支払い</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>승인번호</source>
        <translation>承認番号</translation>
    </message>
    <message>
        <source>영수증 번호</source>
        <translation>レシート番号</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>우리가 요청한 것</source>
        <translation>こちらの依頼</translation>
    </message>
    <message>
        <source>단말기가 말한 것</source>
        <translation>端末の回答</translation>
    </message>
    <message>
        <source>맡을게요</source>
        <translation>対応します</translation>
    </message>
</context>
<context>
    <name>ResumeCard</name>
    <message>
        <source>제 장바구니예요</source>
        <translation>私のかごです</translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>%1초 남았어요</source>
        <translation>残り%1秒です</translation>
    </message>
</context>
<context>
    <name>ScrollPage</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>%1 찾기</source>
        <translation>%1を探す</translation>
    </message>
    <message>
        <source>이 매장에 있음</source>
        <translation>この店にあり</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>商品名、頭文字、バーコード</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>検索する言葉</translation>
    </message>
    <message>
        <source>자판 올리기</source>
        <translation>キーボードを出す</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>消す</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>찾고 있어요</source>
        <translation>探しています</translation>
    </message>
    <message>
        <source>비슷한 상품이에요</source>
        <translation>似ている商品です</translation>
    </message>
    <message>
        <source>지금은 찾을 수 없어요</source>
        <translation>今は検索できません</translation>
    </message>
    <message>
        <source>검색을 한 번 더 눌러 주세요</source>
        <translation>もう一度検索を押してください</translation>
    </message>
    <message>
        <source>띄어쓰기나 맞춤법을 확인해 주세요</source>
        <translation>つづりや空白を確認してください</translation>
    </message>
    <message>
        <source>직원에게 물어보기</source>
        <translation>係員に聞く</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>뒤로</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>상품 이름</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>商品名、頭文字、バーコード</translation>
    </message>
    <message>
        <source>장바구니, 상품 %1개</source>
        <translation>かご、商品%1点</translation>
    </message>
    <message>
        <source>이런 상품을 찾나요?</source>
        <translation>こちらをお探しですか?</translation>
    </message>
    <message>
        <source>상품 바코드를 스캔해도 바로 찾아요</source>
        <translation>バーコードをスキャンしても探せます</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>셀프 계산대 %1</source>
        <translation>セルフレジ %1</translation>
    </message>
    <message numerus="yes">
        <source>%1에 담던 장바구니가 있어요 · 상품 %n개</source>
        <translation><numerusform>%1からのかごがあります・商品%n点</numerusform></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>닫기</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>ShopMap</name>
    <message>
        <source>지금 여기</source>
        <translation>現在地</translation>
    </message>
</context>
<context>
    <name>ShopperPage</name>
    <message>
        <source>뒤로</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>時間を長く</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>화면 설정</source>
        <translation>画面設定</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>呼び出し中</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>係員を呼ぶ</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>직원 확인</source>
        <translation>スタッフ確認</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>SplitSheet</name>
    <message>
        <source>몇 번으로 나눌까요?</source>
        <translation>何回に分けますか？</translation>
    </message>
    <message>
        <source>한 번에 한 카드씩 결제해요. 나누어떨어지지 않으면 마지막에 맞춰요</source>
        <translation>1枚ずつ支払います。割り切れない分は最後に合わせます</translation>
    </message>
    <message>
        <source>한 번에 %1</source>
        <translation>1回 %1</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>직원</source>
        <translation>スタッフ</translation>
    </message>
    <message>
        <source>책임자</source>
        <translation>責任者</translation>
    </message>
    <message>
        <source>기사</source>
        <translation>技術者</translation>
    </message>
    <message>
        <source>%1 권한이 필요해요</source>
        <translation>%1の権限が必要です</translation>
    </message>
    <message>
        <source>%1년 %2월 %3일까지 태어난 분</source>
        <translation>%1年%2月%3日以前に生まれた方</translation>
    </message>
    <message>
        <source>가격 고치기</source>
        <translation>価格を直す</translation>
    </message>
    <message numerus="yes">
        <source>%n세 이상</source>
        <translation><numerusform>%n歳以上</numerusform></translation>
    </message>
    <message>
        <source>%1 맡음</source>
        <translation>%1が対応中</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>スタッフ確認</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>年齢確認</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>支払いの確認</translation>
    </message>
    <message>
        <source>도움 요청</source>
        <translation>お手伝い</translation>
    </message>
    <message>
        <source>처음 보는 상품</source>
        <translation>未登録の商品</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>はかり</translation>
    </message>
    <message>
        <source>가격 확인</source>
        <translation>価格の確認</translation>
    </message>
    <message>
        <source>가격표 바꾸기</source>
        <translation>値札の交換</translation>
    </message>
    <message>
        <source>판매 중지</source>
        <translation>販売停止</translation>
    </message>
    <message>
        <source>포장 확인</source>
        <translation>パックの確認</translation>
    </message>
    <message>
        <source>회수 목록</source>
        <translation>回収リスト</translation>
    </message>
    <message>
        <source>소비기한 확인</source>
        <translation>消費期限の確認</translation>
    </message>
    <message>
        <source>품질유지기한 확인</source>
        <translation>賞味期限の確認</translation>
    </message>
    <message>
        <source>포인트 · 쿠폰</source>
        <translation>ポイント・クーポン</translation>
    </message>
    <message>
        <source>신분증 확인함</source>
        <translation>身分証を確認した</translation>
    </message>
    <message>
        <source>판매 안 함</source>
        <translation>販売しない</translation>
    </message>
    <message>
        <source>팔아도 돼요</source>
        <translation>販売できます</translation>
    </message>
    <message>
        <source>포인트·쿠폰 회사가 처리하지 않았어요</source>
        <translation>ポイント・クーポンの会社が処理しませんでした</translation>
    </message>
    <message>
        <source>판매와 결제는 그대로예요. 본사가 기록을 보고 정리해요</source>
        <translation>販売と支払いはそのままです。本部が記録を見て処理します</translation>
    </message>
    <message>
        <source>종류</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>포인트</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>商品券</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>결제됐어요</source>
        <translation>支払い済みです</translation>
    </message>
    <message>
        <source>결제 안 됐어요</source>
        <translation>支払われていません</translation>
    </message>
    <message>
        <source>해결했어요</source>
        <translation>対応しました</translation>
    </message>
    <message>
        <source>%1이 결제됐는지 알 수 없어요</source>
        <translation>%1が支払われたか分かりません</translation>
    </message>
    <message>
        <source>손님이 직원을 불렀어요</source>
        <translation>お客様がスタッフを呼びました</translation>
    </message>
    <message>
        <source>목록에 없는 바코드예요</source>
        <translation>登録のないバーコードです</translation>
    </message>
    <message>
        <source>저울을 확인해 주세요</source>
        <translation>はかりを確認してください</translation>
    </message>
    <message>
        <source>가격을 확인해 주세요</source>
        <translation>価格を確認してください</translation>
    </message>
    <message>
        <source>회수 목록이 오래됐어요</source>
        <translation>回収リストが古くなっています</translation>
    </message>
    <message>
        <source>회수</source>
        <translation>回収</translation>
    </message>
    <message>
        <source>판매기한 확인</source>
        <translation>販売期限の確認</translation>
    </message>
    <message>
        <source>회수 대상이에요. 팔 수 없어요. 진열대에서 빼 주세요</source>
        <translation>回収対象です。販売できません。棚から下げてください</translation>
    </message>
    <message>
        <source>판매 중지예요. 팔 수 없어요. 진열대에서 빼 주세요</source>
        <translation>販売中止です。販売できません。棚から下げてください</translation>
    </message>
    <message>
        <source>팔 수 없어요. 진열대도 봐 주세요</source>
        <translation>販売できません。棚も確認してください</translation>
    </message>
    <message>
        <source>판매기한이 지났어요. 팔 수 없어요. 진열대도 봐 주세요</source>
        <translation>販売期限が過ぎています。販売できません。棚も確認してください</translation>
    </message>
    <message>
        <source>회수 목록은 최신이에요</source>
        <translation>回収リストは最新です</translation>
    </message>
    <message>
        <source>회수 목록은 %1 것이에요</source>
        <translation>回収リストは%1のものです</translation>
    </message>
    <message>
        <source>카탈로그의 규칙 %1개는 틀려서 쓰지 않아요: %2</source>
        <translation>カタログのルール%1件は誤りのため使われません：%2</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이에요. 포장에 찍힌 로트를 회수 공지와 비교해 주세요</source>
        <translation>一部のロットが回収中です。パックのロットを回収通知と照合してください</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이에요. 팔 수 있지만 진열대의 로트를 봐 주세요</source>
        <translation>一部のロットが回収中です。販売できますが、棚のロットを確認してください</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이고 이 포장의 로트는 알 수 없어요. 팔 수 없어요</source>
        <translation>一部のロットが回収中で、このパックのロットは不明です。販売できません</translation>
    </message>
    <message>
        <source>품질유지기한이 지났어요. 상태를 보고 정해 주세요</source>
        <translation>品質保持期限が過ぎています。状態を見て判断してください</translation>
    </message>
    <message>
        <source>팔 수 있어요. 진열대를 봐 주세요</source>
        <translation>販売できます。棚を確認してください</translation>
    </message>
    <message>
        <source>품질유지기한이 지나 이 매장에서는 팔지 않아요. 진열대에서 빼 주세요</source>
        <translation>品質保持期限が過ぎたため、この店舗では販売しません。棚から下げてください</translation>
    </message>
    <message>
        <source>팔 수 있어요. 인터넷 연결을 봐 주세요</source>
        <translation>販売できます。インターネット接続を確認してください</translation>
    </message>
    <message>
        <source>회수 공지를 직접 확인하고 정해 주세요</source>
        <translation>回収通知を直接確認して判断してください</translation>
    </message>
    <message>
        <source>목록이 새로 올 때까지 팔 수 없는 상품이 있어요. 인터넷 연결을 봐 주세요</source>
        <translation>新しいリストが届くまで販売できない商品があります。インターネット接続を確認してください</translation>
    </message>
    <message>
        <source>진열대의 가격표를 바꿔 주세요</source>
        <translation>棚の値札を替えてください</translation>
    </message>
    <message>
        <source>단말기와 카드 앱의 기록을 함께 봐 주세요</source>
        <translation>端末とカードアプリの記録を見比べてください</translation>
    </message>
    <message>
        <source>확인하고 닫기</source>
        <translation>確認して閉じる</translation>
    </message>
    <message>
        <source>요청 번호</source>
        <translation>要求番号</translation>
    </message>
    <message>
        <source>이 계산대의 기록</source>
        <translation>このレジの記録</translation>
    </message>
    <message>
        <source>단말기의 대답</source>
        <translation>端末の応答</translation>
    </message>
    <message>
        <source>물어본 횟수</source>
        <translation>確認した回数</translation>
    </message>
    <message>
        <source>누가 결정했는지 함께 기록돼요</source>
        <translation>誰が決めたかも記録されます</translation>
    </message>
    <message>
        <source>%1 승인이 이 판매와 맞지 않아요</source>
        <translation>%1の承認がこの販売と合いません</translation>
    </message>
    <message>
        <source>돌려주거나, 본사가 처리하도록 남겨 주세요</source>
        <translation>返金するか、本社に任せてください</translation>
    </message>
    <message>
        <source>%1을 돌려주는 중이에요</source>
        <translation>%1を返金しています</translation>
    </message>
    <message>
        <source>끝날 때까지 이 계산대가 계속 물어봐요</source>
        <translation>終わるまでこのレジが問い合わせを続けます</translation>
    </message>
    <message>
        <source>끝난 결제 %1에 다른 대답이 왔어요</source>
        <translation>終わったお支払い%1に別の回答が来ました</translation>
    </message>
    <message>
        <source>여기서 눌러도 돈은 움직이지 않아요. 본사가 볼 수 있게 남아요</source>
        <translation>ここで押してもお金は動きません。本社が確認できるよう残ります</translation>
    </message>
    <message>
        <source>본사에 남기기</source>
        <translation>本社に任せる</translation>
    </message>
    <message>
        <source>돌려주기</source>
        <translation>返金する</translation>
    </message>
    <message>
        <source>손님은 가도 돼요</source>
        <translation>お客様は帰れます</translation>
    </message>
    <message>
        <source>결제 수단</source>
        <translation>支払い方法</translation>
    </message>
    <message>
        <source>요청한 금액</source>
        <translation>依頼した金額</translation>
    </message>
    <message>
        <source>요청한 때</source>
        <translation>依頼した時刻</translation>
    </message>
    <message>
        <source>취소 요청 번호</source>
        <translation>取消の依頼番号</translation>
    </message>
    <message>
        <source>취소를 요청한 때</source>
        <translation>取消を依頼した時刻</translation>
    </message>
    <message>
        <source>승인된 금액</source>
        <translation>承認金額</translation>
    </message>
    <message>
        <source>승인번호</source>
        <translation>承認番号</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>단말기 번호</source>
        <translation>端末番号</translation>
    </message>
    <message>
        <source>까닭</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>나중에 온 대답</source>
        <translation>後から来た回答</translation>
    </message>
    <message>
        <source>나중에 말한 금액</source>
        <translation>後から言われた金額</translation>
    </message>
    <message>
        <source>나중에 말한 승인번호</source>
        <translation>後から言われた承認番号</translation>
    </message>
    <message>
        <source>나중에 대답한 때</source>
        <translation>後から回答した時刻</translation>
    </message>
    <message>
        <source>보내기 전 단말기 번호</source>
        <translation>送信前の端末番号</translation>
    </message>
    <message>
        <source>마지막 전표 번호</source>
        <translation>最後の伝票番号</translation>
    </message>
    <message>
        <source>보내기 전 전표 번호</source>
        <translation>送信前の伝票番号</translation>
    </message>
    <message>
        <source>마지막 거래 번호</source>
        <translation>最後の取引番号</translation>
    </message>
    <message>
        <source>보내기 전 거래 번호</source>
        <translation>送信前の取引番号</translation>
    </message>
    <message>
        <source>원래 거래 번호</source>
        <translation>元の取引番号</translation>
    </message>
    <message>
        <source>마지막 거래 때</source>
        <translation>最後の取引時刻</translation>
    </message>
    <message>
        <source>마지막 거래 금액</source>
        <translation>最後の取引金額</translation>
    </message>
    <message>
        <source>결과 코드</source>
        <translation>結果コード</translation>
    </message>
    <message>
        <source>요청을 보낸 단말기</source>
        <translation>依頼を送った端末</translation>
    </message>
    <message>
        <source>단말기의 저장소</source>
        <translation>端末の保存領域</translation>
    </message>
    <message>
        <source>단말기가 요청을 받음</source>
        <translation>端末が依頼を受けた</translation>
    </message>
    <message>
        <source>끝난 모양</source>
        <translation>終わり方</translation>
    </message>
    <message>
        <source>결제 앱의 기록에 있음</source>
        <translation>決済アプリの記録にある</translation>
    </message>
    <message>
        <source>결제 키</source>
        <translation>決済キー</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>승인됨</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>일부 승인됨</source>
        <translation>一部承認済み</translation>
    </message>
    <message>
        <source>거절됨</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>취소됨</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>결제 안 됨</source>
        <translation>未決済</translation>
    </message>
    <message>
        <source>돌려주는 중</source>
        <translation>返金中</translation>
    </message>
    <message>
        <source>돌려줌</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>직원 확인 필요</source>
        <translation>係員の確認が必要</translation>
    </message>
    <message>
        <source>연결되지 않음</source>
        <translation>接続なし</translation>
    </message>
    <message>
        <source>알 수 없음</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>아직 처리하는 중</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>그런 요청을 모름</source>
        <translation>その依頼を知らない</translation>
    </message>
    <message>
        <source>증명할 수 없음</source>
        <translation>証明できない</translation>
    </message>
    <message>
        <source>승인함</source>
        <translation>承認した</translation>
    </message>
    <message>
        <source>일부만 승인함</source>
        <translation>一部だけ承認した</translation>
    </message>
    <message>
        <source>거절함</source>
        <translation>拒否した</translation>
    </message>
    <message>
        <source>취소함</source>
        <translation>取り消した</translation>
    </message>
    <message>
        <source>금액이나 통화가 다름</source>
        <translation>金額か通貨が違う</translation>
    </message>
    <message>
        <source>다른 일을 하는 중</source>
        <translation>別の処理中</translation>
    </message>
    <message>
        <source>시작하지 못함</source>
        <translation>開始できなかった</translation>
    </message>
    <message>
        <source>보내지 못함</source>
        <translation>送れなかった</translation>
    </message>
    <message>
        <source>예</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>아니요</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>그대로</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>바뀌었거나 비워짐</source>
        <translation>変わったか空になった</translation>
    </message>
    <message>
        <source>상품 번호</source>
        <translation>商品番号</translation>
    </message>
    <message>
        <source>스캐너</source>
        <translation>スキャナー</translation>
    </message>
    <message>
        <source>문제</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>기한</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>품질유지기한</source>
        <translation>賞味期限</translation>
    </message>
    <message>
        <source>로트 번호</source>
        <translation>ロット番号</translation>
    </message>
    <message>
        <source>일련번호</source>
        <translation>シリアル番号</translation>
    </message>
    <message>
        <source>제조일</source>
        <translation>製造日</translation>
    </message>
    <message>
        <source>근거</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>규칙 번호</source>
        <translation>ルール番号</translation>
    </message>
    <message>
        <source>진열 위치</source>
        <translation>棚の位置</translation>
    </message>
    <message>
        <source>마지막으로 확인한 때</source>
        <translation>最終確認</translation>
    </message>
    <message>
        <source>신분증</source>
        <translation>身分証</translation>
    </message>
    <message>
        <source>전달</source>
        <translation>お渡し</translation>
    </message>
    <message>
        <source>모바일 신분증</source>
        <translation>モバイル身分証</translation>
    </message>
    <message>
        <source>진열대 가격</source>
        <translation>棚の価格</translation>
    </message>
    <message>
        <source>계산대 가격</source>
        <translation>レジの価格</translation>
    </message>
    <message>
        <source>대답 없음</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>직원이 직접 건네기</source>
        <translation>スタッフが直接お渡し</translation>
    </message>
    <message>
        <source>나이와 상관없이 확인</source>
        <translation>年齢に関わらず確認</translation>
    </message>
    <message>
        <source>계산대에 보여 줌</source>
        <translation>レジに提示</translation>
    </message>
    <message>
        <source>결과를 모름</source>
        <translation>結果不明</translation>
    </message>
    <message>
        <source>확인하는 중이에요</source>
        <translation>確認しています</translation>
    </message>
    <message>
        <source>PIN을 눌러 주세요</source>
        <translation>PINを押してください</translation>
    </message>
    <message numerus="yes">
        <source>%n초 뒤에 다시 누를 수 있어요</source>
        <translation><numerusform>%n秒後にもう一度押せます</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>PIN이 달라요. %n번 더 누를 수 있어요</source>
        <translation><numerusform>PINが違います。あと%n回押せます</numerusform></translation>
    </message>
    <message>
        <source>저장하지 못했어요. 아직 바뀐 것이 없어요</source>
        <translation>保存できませんでした。まだ何も変わっていません</translation>
    </message>
    <message>
        <source>지금 가격보다 낮게 적어 주세요</source>
        <translation>今の価格より低くしてください</translation>
    </message>
    <message>
        <source>그만큼은 아무도 내릴 수 없어요</source>
        <translation>そこまでは誰も下げられません</translation>
    </message>
    <message>
        <source>그 번호로 기다리는 장바구니가 없어요</source>
        <translation>その番号のかごはありません</translation>
    </message>
    <message>
        <source>다른 계산대에서 이미 꺼냈어요</source>
        <translation>別のレジですでに呼び出しました</translation>
    </message>
    <message>
        <source>지금은 %1이에요</source>
        <translation>今は%1です</translation>
    </message>
    <message>
        <source>진열대 가격이에요</source>
        <translation>棚の価格です</translation>
    </message>
    <message>
        <source>포장이 상했어요</source>
        <translation>包装の傷み</translation>
    </message>
    <message>
        <source>그 밖의 까닭</source>
        <translation>その他の理由</translation>
    </message>
</context>
<context>
    <name>StartingScreen</name>
    <message>
        <source>상품 정보를 읽고 있어요</source>
        <translation>商品情報を読み込んでいます</translation>
    </message>
    <message>
        <source>기기를 확인하고 있어요</source>
        <translation>機器を確認しています</translation>
    </message>
    <message>
        <source>지난 결제를 확인하고 있어요</source>
        <translation>前の支払いを確認しています</translation>
    </message>
    <message>
        <source>곧 시작해요</source>
        <translation>まもなく始まります</translation>
    </message>
    <message>
        <source>상품 정보</source>
        <translation>商品情報</translation>
    </message>
    <message>
        <source>기기</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>支払いの確認</translation>
    </message>
    <message>
        <source>%1초째 기다리고 있어요. 직원을 불러 주세요</source>
        <translation>%1秒待っています。係員を呼んでください</translation>
    </message>
    <message>
        <source>%1초</source>
        <translation>%1秒</translation>
    </message>
</context>
<context>
    <name>StepDots</name>
    <message>
        <source>%2단계 가운데 %1단계: %3</source>
        <translation>%2段階中%1段階目：%3</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>결제를 계속할까요?</source>
        <translation>支払いを続けますか？</translation>
    </message>
    <message>
        <source>계속 쇼핑할까요?</source>
        <translation>お買い物を続けますか？</translation>
    </message>
    <message>
        <source>%1초 뒤 결제를 취소해요
장바구니는 그대로예요</source>
        <translation>%1秒後に支払いを取り消します
かごはそのままです</translation>
    </message>
    <message>
        <source>%1초 뒤 결제를 그만두고
낸 금액을 돌려드려요</source>
        <translation>%1秒後に支払いをやめて
お支払い分をお返しします</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요
장바구니는 5분 동안 지켜 드려요</source>
        <translation>%1秒後に最初の画面に戻ります
かごは5分間保管します</translation>
    </message>
    <message>
        <source>결제 취소</source>
        <translation>支払いをやめる</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>그만하고 돌려받기</source>
        <translation>やめて返金してもらう</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>방금 확인</source>
        <translation>たった今確認</translation>
    </message>
    <message numerus="yes">
        <source>%n분 전 확인</source>
        <translation><numerusform>%n分前に確認</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n시간 전 확인</source>
        <translation><numerusform>%n時間前に確認</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>걸어서 %n분</source>
        <translation><numerusform>徒歩%n分</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>약 %n개</source>
        <translation><numerusform>約%n点</numerusform></translation>
    </message>
    <message>
        <source>품절</source>
        <translation>売り切れ</translation>
    </message>
    <message>
        <source>재고를 확인하지 못했어요</source>
        <translation>在庫を確認できませんでした</translation>
    </message>
    <message numerus="yes">
        <source>이 매장 약 %n개</source>
        <translation><numerusform>この店 約%n点</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 약 %n개</source>
        <translation><numerusform>%1 約%n点</numerusform></translation>
    </message>
    <message>
        <source>배송만 돼요</source>
        <translation>配送のみ</translation>
    </message>
</context>
<context>
    <name>TakeUpSheet</name>
    <message>
        <source>장바구니 꺼내기</source>
        <translation>かごを呼び出す</translation>
    </message>
    <message>
        <source>손님이 말한 번호를 눌러 주세요</source>
        <translation>お客様の番号を入力してください</translation>
    </message>
    <message>
        <source>여기서 이어서 결제</source>
        <translation>ここで続けて支払う</translation>
    </message>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>番号を押してください</translation>
    </message>
</context>
<context>
    <name>TechnicianTabs</name>
    <message>
        <source>기기</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>카메라</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>단말기</source>
        <translation>端末</translation>
    </message>
</context>
<context>
    <name>TenderScreen</name>
    <message>
        <source>어떻게 결제할까요?</source>
        <translation>お支払い方法は？</translation>
    </message>
    <message>
        <source>결제할 금액 %1</source>
        <translation>お支払い金額 %1</translation>
    </message>
    <message>
        <source>지금은 카드를 쓸 수 없어요</source>
        <translation>今はカードが使えません</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>할부 %1개월</source>
        <translation>分割%1回</translation>
    </message>
    <message>
        <source>할부</source>
        <translation>分割払い</translation>
    </message>
    <message>
        <source>연결하도록 설정된 단말기가 없어요</source>
        <translation>設定された端末がありません</translation>
    </message>
    <message>
        <source>kiosk.toml에 단말기를 적어 주세요</source>
        <translation>kiosk.tomlに端末を書いてください</translation>
    </message>
    <message>
        <source>단말기에 묻고 있어요</source>
        <translation>端末に問い合わせています</translation>
    </message>
    <message>
        <source>결제를 받을 수 있어요</source>
        <translation>支払いを受けられます</translation>
    </message>
    <message>
        <source>대답이 느려요</source>
        <translation>応答が遅いです</translation>
    </message>
    <message>
        <source>결제는 되지만 오래 걸려요. 선과 공유기를 확인해 주세요</source>
        <translation>支払いはできますが時間がかかります。配線とルーターを確認してください</translation>
    </message>
    <message>
        <source>대답이 없어요</source>
        <translation>応答がありません</translation>
    </message>
    <message>
        <source>전원, 선, 주소를 확인하고 다시 연결해 주세요</source>
        <translation>電源、配線、アドレスを確認して再接続してください</translation>
    </message>
    <message>
        <source>이 단말기를 믿을 수 없어요</source>
        <translation>この端末は信頼できません</translation>
    </message>
    <message>
        <source>인증서나 열쇠가 끝났거나 달라요. 새로 넣을 때까지 결제하지 않아요</source>
        <translation>証明書か鍵の期限切れ、または不一致です。更新するまで支払いを受けません</translation>
    </message>
    <message>
        <source>단말기의 프로그램이 오래됐어요</source>
        <translation>端末のソフトウェアが古いです</translation>
    </message>
    <message>
        <source>단말기의 프로그램을 올린 뒤 다시 연결해 주세요</source>
        <translation>更新してから再接続してください</translation>
    </message>
    <message>
        <source>단말기가 다른 일을 하고 있어요</source>
        <translation>端末は別の処理をしています</translation>
    </message>
    <message>
        <source>끝나면 저절로 다시 쓸 수 있어요</source>
        <translation>終われば自動で使えます</translation>
    </message>
    <message>
        <source>단말기의 종이가 떨어졌어요</source>
        <translation>端末の用紙が切れています</translation>
    </message>
    <message>
        <source>종이를 갈아 주세요</source>
        <translation>用紙を交換してください</translation>
    </message>
    <message>
        <source>단말기가 마감을 기다려요</source>
        <translation>端末は締め処理を待っています</translation>
    </message>
    <message>
        <source>마감하기 전에는 결제를 받지 않아요</source>
        <translation>締めるまで支払いを受けません</translation>
    </message>
    <message>
        <source>단말기를 살펴봐 주세요</source>
        <translation>端末を確認してください</translation>
    </message>
    <message>
        <source>단말기의 화면에 까닭이 나와 있어요</source>
        <translation>端末の画面に理由が出ています</translation>
    </message>
    <message>
        <source>번호로 결과 조회</source>
        <translation>番号で結果照会</translation>
    </message>
    <message>
        <source>번호로 취소</source>
        <translation>番号で取消</translation>
    </message>
    <message>
        <source>카드 없이 취소</source>
        <translation>カードなしで取消</translation>
    </message>
    <message>
        <source>부분 취소</source>
        <translation>一部取消</translation>
    </message>
    <message>
        <source>부분 승인</source>
        <translation>一部承認</translation>
    </message>
    <message>
        <source>시작한 뒤 멈추기</source>
        <translation>開始後の中止</translation>
    </message>
    <message>
        <source>승인 금액을 알려 줌</source>
        <translation>承認金額の通知</translation>
    </message>
    <message>
        <source>스캐너로 읽은 결제 코드</source>
        <translation>スキャナーで読んだ決済コード</translation>
    </message>
    <message>
        <source>전표 내용을 알려 줌</source>
        <translation>伝票内容の通知</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>망취소</source>
        <translation>ネットワーク取消</translation>
    </message>
    <message>
        <source>마감</source>
        <translation>締め処理</translation>
    </message>
    <message>
        <source>글 보여 주기</source>
        <translation>文字の表示</translation>
    </message>
    <message>
        <source>질문하기</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>회원 카드 알아보기</source>
        <translation>会員カードの認識</translation>
    </message>
    <message>
        <source>나이 확인</source>
        <translation>年齢確認</translation>
    </message>
    <message>
        <source>인쇄</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>현금영수증</source>
        <translation>現金領収証</translation>
    </message>
    <message>
        <source>코드 읽기</source>
        <translation>コードの読み取り</translation>
    </message>
    <message>
        <source>결제 뒤 확정</source>
        <translation>支払い後の確定</translation>
    </message>
    <message>
        <source>프로그램</source>
        <translation>ソフトウェア</translation>
    </message>
    <message>
        <source>펌웨어</source>
        <translation>ファームウェア</translation>
    </message>
    <message>
        <source>단말기 번호</source>
        <translation>端末番号</translation>
    </message>
    <message>
        <source>일련번호</source>
        <translation>シリアル番号</translation>
    </message>
    <message>
        <source>플러그인</source>
        <translation>プラグイン</translation>
    </message>
    <message>
        <source>SDK 버전</source>
        <translation>SDKのバージョン</translation>
    </message>
    <message>
        <source>가맹점</source>
        <translation>加盟店</translation>
    </message>
    <message>
        <source>준비함</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>결과 모름</source>
        <translation>結果不明</translation>
    </message>
    <message>
        <source>승인</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>일부 승인</source>
        <translation>一部承認</translation>
    </message>
    <message>
        <source>거절</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>결제 안 됨</source>
        <translation>未決済</translation>
    </message>
    <message>
        <source>돌려주는 중</source>
        <translation>返金中</translation>
    </message>
    <message>
        <source>돌려줌</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>確認が必要</translation>
    </message>
</context>
<context>
    <name>TerminalCheckScreen</name>
    <message>
        <source>결제 단말기</source>
        <translation>決済端末</translation>
    </message>
    <message>
        <source>기기 점검으로</source>
        <translation>機器点検へ</translation>
    </message>
    <message>
        <source>결제를 확인하는 중</source>
        <translation>支払いを確認中</translation>
    </message>
    <message>
        <source>%1 시험</source>
        <translation>%1でテスト</translation>
    </message>
    <message>
        <source>다시 연결하고 묻기</source>
        <translation>再接続して問い合わせる</translation>
    </message>
    <message>
        <source>왕복 시간</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>물어본 때</source>
        <translation>問い合わせ時刻</translation>
    </message>
    <message>
        <source>이 방식은 실제 단말기로 시험하지 않았어요. 팔기 전에 단말기로 확인해 주세요</source>
        <translation>この方式は実機で試していません。販売前に端末で確認してください</translation>
    </message>
    <message>
        <source>최근 결과</source>
        <translation>最近の結果</translation>
    </message>
    <message>
        <source>아직 결제한 적이 없어요</source>
        <translation>まだ支払いがありません</translation>
    </message>
    <message>
        <source>할 수 있는 것</source>
        <translation>できること</translation>
    </message>
    <message>
        <source>%1 안 됨</source>
        <translation>%1 不可</translation>
    </message>
</context>
<context>
    <name>TerminalScreen</name>
    <message>
        <source>카드 읽기</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>승인 요청</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>완료</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>%1초 동안 기다려요</source>
        <translation>%1秒お待ちします</translation>
    </message>
    <message>
        <source>천천히 하셔도 괜찮아요</source>
        <translation>ゆっくりで大丈夫です</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>あと1分</translation>
    </message>
    <message>
        <source>단말기 안내</source>
        <translation>端末の案内</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요</source>
        <translation>少々お待ちください</translation>
    </message>
    <message>
        <source>끝날 때까지 이 화면이 기다려요</source>
        <translation>終わるまでこの画面でお待ちします</translation>
    </message>
    <message>
        <source>다른 방법으로</source>
        <translation>別の方法で</translation>
    </message>
    <message>
        <source>결제 취소</source>
        <translation>支払いをやめる</translation>
    </message>
</context>
<context>
    <name>TimeoutSheet</name>
    <message>
        <source>계속 쇼핑할까요?</source>
        <translation>お買い物を続けますか？</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요
장바구니는 5분 동안 지켜 드려요</source>
        <translation>%1秒後に最初の画面に戻ります
かごは5分間保管します</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>最初から</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>뒤로</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>TryTerminalSheet</name>
    <message>
        <source>%1을 결제하고 바로 돌려줄까요?</source>
        <translation>%1を決済してすぐ返金しますか？</translation>
    </message>
    <message>
        <source>실제 카드로 승인한 뒤 취소해요. 단말기를 보고 카드를 대 주세요. 판매로 남지 않고, 기록에 이름이 남아요</source>
        <translation>実際のカードで承認し、取り消します。端末の案内に従ってください。販売にはならず、記録に名前が残ります</translation>
    </message>
    <message>
        <source>결과는 최근 결과의 맨 위에 나와요. 답이 오지 않으면 이 계산대가 물어봐서 돌려줘요</source>
        <translation>結果は最近の結果の一番上に出ます。応答がなければこのレジが問い合わせて返金します</translation>
    </message>
    <message>
        <source>시험 결제 시작</source>
        <translation>テスト決済を開始</translation>
    </message>
    <message>
        <source>안 할게요</source>
        <translation>やめておく</translation>
    </message>
</context>
<context>
    <name>UtilityBar</name>
    <message>
        <source>도구 막대</source>
        <translation>ツールバー</translation>
    </message>
</context>
<context>
    <name>Weigh</name>
    <message>
        <source>1kg %1</source>
        <translation>1kg %1</translation>
    </message>
    <message>
        <source>저울에 올려 주세요</source>
        <translation>はかりに載せてください</translation>
    </message>
    <message>
        <source>봉투째 올려도 괜찮아요</source>
        <translation>袋のままでも大丈夫です</translation>
    </message>
    <message>
        <source>무게를 재고 있어요</source>
        <translation>量っています</translation>
    </message>
    <message>
        <source>흔들리지 않게 잠시 두세요</source>
        <translation>動かさず少しお待ちください</translation>
    </message>
    <message>
        <source>무게를 쟀어요</source>
        <translation>量りました</translation>
    </message>
    <message>
        <source>맞으면 담아 주세요</source>
        <translation>よければ追加してください</translation>
    </message>
    <message>
        <source>너무 무거워요</source>
        <translation>重すぎます</translation>
    </message>
    <message>
        <source>나눠서 올려 주세요</source>
        <translation>分けて載せてください</translation>
    </message>
    <message>
        <source>저울을 비워 주세요</source>
        <translation>はかりを空にしてください</translation>
    </message>
    <message>
        <source>모두 내렸다가 다시 올려 주세요</source>
        <translation>すべて降ろして載せ直してください</translation>
    </message>
    <message>
        <source>앞 상품을 내려 주세요</source>
        <translation>前の商品を下ろしてください</translation>
    </message>
    <message>
        <source>저울을 비운 뒤 이 상품을 올려 주세요</source>
        <translation>はかりを空にしてからこの商品をのせてください</translation>
    </message>
    <message>
        <source>저울을 쓸 수 없어요</source>
        <translation>はかりが使えません</translation>
    </message>
    <message>
        <source>직원이 도와 드려요</source>
        <translation>係員がお手伝いします</translation>
    </message>
    <message>
        <source>저울과 연결이 끊겼어요</source>
        <translation>はかりの接続が切れました</translation>
    </message>
</context>
<context>
    <name>WeighScreen</name>
    <message>
        <source>가격</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>이 무게로 바꾸기</source>
        <translation>この重さに変える</translation>
    </message>
    <message>
        <source>담기</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>무게를 재면 담을 수 있어요</source>
        <translation>量ると追加できます</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>係員を呼ぶ</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>담지 않을게요</source>
        <translation>追加しない</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>가격이 달라요?</source>
        <translation>価格が違いますか？</translation>
    </message>
    <message>
        <source>진열대 가격과 다르면 직원이 확인해 드려요</source>
        <translation>棚の価格と違うときは係員が確認します</translation>
    </message>
    <message>
        <source>그래도 살게요</source>
        <translation>このまま買う</translation>
    </message>
    <message>
        <source>빼기</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>직원에게 물어보기</source>
        <translation>係員に聞く</translation>
    </message>
    <message>
        <source>담은 뒤에는 가격이 오르지 않아요</source>
        <translation>かごに入れた後は値上がりしません</translation>
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
