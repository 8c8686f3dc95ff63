<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="ko_KR">
<context>
    <name>BannerOffline</name>
    <message>
        <source>인터넷 연결이 잠시 끊겼어요</source>
        <translation>网络暂时断开了</translation>
    </message>
    <message>
        <source>인터넷과 카드 단말기 연결이 끊겼어요</source>
        <translation>网络和刷卡机都断开了</translation>
    </message>
    <message>
        <source>카드 단말기는 연결돼 있어서 결제할 수 있어요
배송 주문은 결제하지 않고 저장만 해요</source>
        <translation>刷卡机仍可使用，可以付款
配送订单只保存，不扣款</translation>
    </message>
    <message>
        <source>계속 담을 수 있어요. 결제는 직원 계산대에서 도와 드려요</source>
        <translation>可以继续扫码，请到人工收银台付款</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>시험</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>HangulKeyboard</name>
    <message>
        <source>검색</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>자판</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>대문자</source>
        <translation>大写</translation>
    </message>
    <message>
        <source>쌍자음</source>
        <translation>双辅音</translation>
    </message>
    <message>
        <source>한 글자 지우기</source>
        <translation>删除一个字</translation>
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
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>LineItemRow</name>
    <message>
        <source>왜 이 가격인지 보기</source>
        <translation>查看价格说明</translation>
    </message>
    <message>
        <source>다시 재기</source>
        <translation>重新称重</translation>
    </message>
</context>
<context>
    <name>NowCard</name>
    <message>
        <source>담았어요</source>
        <translation>已加入</translation>
    </message>
</context>
<context>
    <name>PagedList</name>
    <message>
        <source>%1가지 중 %2–%3</source>
        <translation>%2–%3 / 共%1种</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>%2자리 가운데 %1자리를 눌렀어요</source>
        <translation>已输入%1位，共%2位</translation>
    </message>
    <message>
        <source>모두 지움</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>한 자리 지움</source>
        <translation>删除一位</translation>
    </message>
</context>
<context>
    <name>PromoNudge</name>
    <message>
        <source>하나는 맡길게요</source>
        <translation>先存一件</translation>
    </message>
    <message>
        <source>위치 보기</source>
        <translation>查看位置</translation>
    </message>
    <message>
        <source>괜찮아요</source>
        <translation>不用了</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR 코드</source>
        <translation>二维码</translation>
    </message>
</context>
<context>
    <name>QuantityStepper</name>
    <message>
        <source>%1 빼기</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>%1 하나 줄이기</source>
        <translation>减少一件%1</translation>
    </message>
    <message>
        <source>%1개</source>
        <translation>%1件</translation>
    </message>
    <message>
        <source>%1 하나 더</source>
        <translation>再加一件%1</translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>%1초 남았어요</source>
        <translation>还剩%1秒</translation>
    </message>
</context>
<context>
    <name>ScrollPage</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>商品名或条码</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>搜索内容</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>닫기</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StepDots</name>
    <message>
        <source>%2단계 가운데 %1단계: %3</source>
        <translation>第%1步，共%2步：%3</translation>
    </message>
</context>
<context>
    <name>TimeoutSheet</name>
    <message>
        <source>계속 쇼핑할까요?</source>
        <translation>还要继续购物吗？</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요
장바구니는 5분 동안 지켜 드려요</source>
        <translation>%1秒后返回首页
购物篮会保留5分钟</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>重新开始</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>뒤로</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>UtilityBar</name>
    <message>
        <source>도구 막대</source>
        <translation>工具栏</translation>
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
