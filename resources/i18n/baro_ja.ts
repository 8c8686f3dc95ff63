<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="ko_KR">
<context>
    <name>BannerOffline</name>
    <message>
        <source>인터넷 연결이 잠시 끊겼어요</source>
        <translation>インターネット接続が一時的に切れています</translation>
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
    <name>DeviceCard</name>
    <message>
        <source>시험</source>
        <translation>テスト</translation>
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
    <name>NowCard</name>
    <message>
        <source>담았어요</source>
        <translation>追加しました</translation>
    </message>
</context>
<context>
    <name>PagedList</name>
    <message>
        <source>%1가지 중 %2–%3</source>
        <translation>%1件中 %2–%3</translation>
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
    <name>SearchField</name>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>商品名・バーコード</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>検索する言葉</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>消す</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>닫기</source>
        <translation>閉じる</translation>
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
    <name>TimeoutSheet</name>
    <message>
        <source>계속 쇼핑할까요?</source>
        <translation>お買い物を続けますか？</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요
장바구니는 5분 동안 지켜 드려요</source>
        <translation>%1秒後に最初の画面に戻ります
カゴは5分間そのまま保管します</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>続けます</translation>
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
    <name>UtilityBar</name>
    <message>
        <source>도구 막대</source>
        <translation>ツールバー</translation>
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
