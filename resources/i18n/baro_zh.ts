<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="ko_KR">
<context>
    <name>Aisle</name>
    <message>
        <source>‘%1’ 상품을 찾지 못했어요</source>
        <translation>没有找到“%1”</translation>
    </message>
    <message numerus="yes">
        <source>‘%1’ 상품 %n개 넘게</source>
        <translation><numerusform>“%1”超过%n件商品</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>초성 ‘%1’ 상품 %n개</source>
        <translation><numerusform>首字母“%1”的商品 %n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>‘%1’ 상품 %n개</source>
        <translation><numerusform>“%1”的商品 %n件</numerusform></translation>
    </message>
    <message>
        <source>배송 돼요</source>
        <translation>可配送</translation>
    </message>
    <message>
        <source>무엇을 찾으세요?</source>
        <translation>想找什么商品?</translation>
    </message>
    <message>
        <source>처음 보는 바코드예요. 이름으로 찾아 주세요</source>
        <translation>没有这个条形码,请用名称查找</translation>
    </message>
    <message>
        <source>지금은 마지막으로 확인한 재고를 보여 드려요</source>
        <translation>现在显示最后一次确认的库存</translation>
    </message>
</context>
<context>
    <name>ApprovalsScreen</name>
    <message>
        <source>직원 확인</source>
        <translation>店员确认</translation>
    </message>
    <message>
        <source>기기 점검</source>
        <translation>设备检查</translation>
    </message>
    <message>
        <source>나가기</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>기다리는 일이 없어요</source>
        <translation>没有待处理的事项</translation>
    </message>
    <message>
        <source>번호로 장바구니 꺼내기</source>
        <translation>用号码调出清单</translation>
    </message>
</context>
<context>
    <name>BagQuestion</name>
    <message>
        <source>봉투 필요하세요?</source>
        <translation>需要购物袋吗？</translation>
    </message>
    <message>
        <source>더 필요하면 눌러 주세요</source>
        <translation>需要更多请点按</translation>
    </message>
    <message>
        <source>누르면 바로 담겨요</source>
        <translation>点一下即可加入</translation>
    </message>
</context>
<context>
    <name>BagsSheet</name>
    <message>
        <source>봉투 필요하세요?</source>
        <translation>需要购物袋吗？</translation>
    </message>
    <message>
        <source>추가</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>다 골랐어요</source>
        <translation>选好了</translation>
    </message>
</context>
<context>
    <name>BannerOffline</name>
    <message>
        <source>인터넷 연결이 잠시 끊겼어요</source>
        <translation>网络暂时中断</translation>
    </message>
    <message>
        <source>인터넷과 카드 단말기 연결이 끊겼어요</source>
        <translation>网络和终端都断开了</translation>
    </message>
    <message>
        <source>카드 단말기는 연결돼 있어서 결제할 수 있어요
배송 주문은 결제하지 않고 저장만 해요</source>
        <translation>终端仍可使用，可以付款
配送订单只保存，不扣款</translation>
    </message>
    <message>
        <source>계속 담을 수 있어요. 결제는 직원 계산대에서 도와 드려요</source>
        <translation>可以继续扫码，请到人工收银台付款</translation>
    </message>
</context>
<context>
    <name>Benefit</name>
    <message>
        <source>쿠폰</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>제휴 카드</source>
        <translation>合作卡</translation>
    </message>
    <message>
        <source>결제하면 사용돼요</source>
        <translation>付款时才使用</translation>
    </message>
    <message>
        <source>결제할 때 적용돼요</source>
        <translation>付款时生效</translation>
    </message>
    <message>
        <source>결제할 때까지 맡아 뒀어요 · 취소하면 돌려드려요</source>
        <translation>为您保留到付款 · 取消即退回</translation>
    </message>
</context>
<context>
    <name>BenefitList</name>
    <message>
        <source>빼기</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>CallBody</name>
    <message>
        <source>기다린 시간</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>불렀어요</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>店员确认</translation>
    </message>
    <message>
        <source>도착</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>직원에게 한 번 더 알렸어요</source>
        <translation>已再次通知店员</translation>
    </message>
    <message>
        <source>기다리는 동안 다른 상품을 담을 수 있어요</source>
        <translation>等待时可以继续扫描商品</translation>
    </message>
</context>
<context>
    <name>CallWays</name>
    <message>
        <source>이 상품 빼고 결제하기</source>
        <translation>去掉此商品并付款</translation>
    </message>
    <message>
        <source>이 상품 빼기</source>
        <translation>去掉此商品</translation>
    </message>
    <message>
        <source>계속 담을게요</source>
        <translation>继续购物</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>장바구니 보기</source>
        <translation>查看购物篮</translation>
    </message>
    <message>
        <source>더 기다릴게요</source>
        <translation>再等等</translation>
    </message>
    <message>
        <source>호출 취소</source>
        <translation>取消呼叫</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>코드가 보이지 않아요. 상품의 바코드를 비춰 주세요</source>
        <translation>没有看到码。请出示商品条码</translation>
    </message>
    <message>
        <source>읽는 영역 %1</source>
        <translation>读取区域 %1</translation>
    </message>
    <message>
        <source>중간 %1ms · 가장 느림 %2ms</source>
        <translation>中位 %1ms · 最慢 %2ms</translation>
    </message>
    <message>
        <source>노출 없음</source>
        <translation>无曝光设置</translation>
    </message>
    <message>
        <source>노출 자동</source>
        <translation>自动曝光</translation>
    </message>
    <message>
        <source>노출 %1ms</source>
        <translation>曝光 %1ms</translation>
    </message>
    <message>
        <source>%1초 남음</source>
        <translation>还剩%1秒</translation>
    </message>
    <message>
        <source>10초 시험</source>
        <translation>10秒测试</translation>
    </message>
    <message>
        <source>저장했어요: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>멈춤 %1초</source>
        <translation>定格 %1秒</translation>
    </message>
    <message>
        <source>여는 중</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>실시간</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>검은 화면</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>화면이 오지 않음</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>카메라 없음</source>
        <translation>没有相机</translation>
    </message>
    <message>
        <source>다른 프로그램이 사용 중</source>
        <translation>被其他程序占用</translation>
    </message>
    <message>
        <source>열 수 없음</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>꺼짐</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>카메라를 열고 있어요</source>
        <translation>正在打开相机</translation>
    </message>
    <message>
        <source>같은 화면만 와요. 카메라를 뽑았다가 다시 꽂아 주세요</source>
        <translation>画面一直不变。请拔下相机再插上</translation>
    </message>
    <message>
        <source>렌즈가 가려졌거나 조명이 꺼졌는지 봐 주세요</source>
        <translation>请查看镜头是否被遮住或灯是否关闭</translation>
    </message>
    <message>
        <source>케이블과 전원을 봐 주세요. 돌아오면 저절로 이어져요</source>
        <translation>请检查线缆和电源。恢复后会自动继续</translation>
    </message>
    <message>
        <source>케이블을 꽂거나 kiosk.toml의 주소를 고쳐 주세요</source>
        <translation>请插好线缆或修改 kiosk.toml 中的地址</translation>
    </message>
    <message>
        <source>카메라를 쓰는 다른 프로그램을 끝내 주세요</source>
        <translation>请关闭正在使用相机的其他程序</translation>
    </message>
    <message>
        <source>권한이나 비밀번호를 봐 주세요</source>
        <translation>请检查权限或密码</translation>
    </message>
    <message>
        <source>기기가 멈춰 있어요</source>
        <translation>设备已停止</translation>
    </message>
    <message>
        <source>너무 어두워요. 조명을 켜거나 노출을 늘려 주세요</source>
        <translation>太暗了。请开灯或增加曝光</translation>
    </message>
    <message>
        <source>너무 밝아요. 조명을 비스듬히 돌리거나 노출을 줄여 주세요</source>
        <translation>太亮了。请把灯转斜或减少曝光</translation>
    </message>
    <message>
        <source>흐려요. 렌즈를 닦고 초점을 맞춰 주세요</source>
        <translation>画面模糊。请擦净镜头并对焦</translation>
    </message>
    <message>
        <source>자릿수나 검사 숫자가 틀려요</source>
        <translation>位数或校验位不对</translation>
    </message>
    <message>
        <source>더 긴 코드의 일부예요</source>
        <translation>是较长码的一部分</translation>
    </message>
    <message>
        <source>다르게도 읽혀요</source>
        <translation>也会读成别的值</translation>
    </message>
    <message>
        <source>방금 읽은 상품 자리예요</source>
        <translation>刚读过商品的位置</translation>
    </message>
    <message>
        <source>너무 늦게 읽었어요</source>
        <translation>读得太晚</translation>
    </message>
    <message>
        <source>코드가 두 개 보여요</source>
        <translation>看到两个码</translation>
    </message>
    <message>
        <source>상품 옆의 다른 코드예요</source>
        <translation>商品旁边的其他码</translation>
    </message>
    <message>
        <source>이 매장에 없는 상품</source>
        <translation>本店没有的商品</translation>
    </message>
    <message>
        <source>회원 바코드</source>
        <translation>会员条码</translation>
    </message>
    <message>
        <source>제휴 카드</source>
        <translation>合作卡</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>礼券</translation>
    </message>
    <message>
        <source>영수증</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>보관한 장바구니</source>
        <translation>保留的购物车</translation>
    </message>
    <message>
        <source>모바일 신분증</source>
        <translation>手机身份证件</translation>
    </message>
    <message>
        <source>결제 코드</source>
        <translation>付款码</translation>
    </message>
    <message>
        <source>모르는 코드</source>
        <translation>未知的码</translation>
    </message>
    <message>
        <source>내용은 보여 주지 않아요</source>
        <translation>不显示内容</translation>
    </message>
    <message numerus="yes">
        <source>%n바이트</source>
        <translation><numerusform>%n 字节</numerusform></translation>
    </message>
    <message>
        <source>%1장 · 1초에 %2장 · 가장 느림 %3ms</source>
        <translation>%1张 · 每秒%2张 · 最慢%3ms</translation>
    </message>
    <message>
        <source>시험에 통과했어요</source>
        <translation>测试通过</translation>
    </message>
    <message>
        <source>화면이 한 장도 오지 않았어요</source>
        <translation>一张画面都没有收到</translation>
    </message>
    <message>
        <source>화면이 너무 드물게 와요</source>
        <translation>画面来得太少</translation>
    </message>
    <message>
        <source>화면이 멈춰 있었어요</source>
        <translation>画面定格了</translation>
    </message>
    <message>
        <source>화면이 검었어요</source>
        <translation>画面是黑的</translation>
    </message>
    <message>
        <source>코드가 보이지 않았어요. 코드를 비추고 다시 해 주세요</source>
        <translation>没有看到码。请出示码后重试</translation>
    </message>
    <message>
        <source>보인 코드를 절반도 읽지 못했어요</source>
        <translation>看到的码读出不到一半</translation>
    </message>
    <message>
        <source>너무 어두웠어요</source>
        <translation>太暗了</translation>
    </message>
    <message>
        <source>너무 밝았어요</source>
        <translation>太亮了</translation>
    </message>
    <message>
        <source>화면이 흐렸어요</source>
        <translation>画面模糊</translation>
    </message>
    <message>
        <source>해독이 화면을 따라가지 못했어요</source>
        <translation>读码跟不上画面</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>카메라 화면</source>
        <translation>相机画面</translation>
    </message>
</context>
<context>
    <name>CameraScreen</name>
    <message>
        <source>카메라 해독</source>
        <translation>相机读码</translation>
    </message>
    <message>
        <source>기기 점검으로</source>
        <translation>返回设备检查</translation>
    </message>
    <message>
        <source>해독 시간</source>
        <translation>读码时间</translation>
    </message>
    <message>
        <source>성공률 · 1분</source>
        <translation>成功率 · 1分钟</translation>
    </message>
    <message>
        <source>선명도</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>밝기</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>해독 시간 · 지난 60초</source>
        <translation>读码时间 · 最近60秒</translation>
    </message>
    <message>
        <source>기준 %1ms</source>
        <translation>基准 %1ms</translation>
    </message>
    <message>
        <source>최근 해독</source>
        <translation>最近读到的码</translation>
    </message>
    <message>
        <source>아직 읽은 코드가 없어요</source>
        <translation>还没有读到码</translation>
    </message>
    <message>
        <source>스캐너 바이트</source>
        <translation>扫描器字节</translation>
    </message>
    <message>
        <source>한 장 저장</source>
        <translation>保存一张</translation>
    </message>
    <message>
        <source>kiosk.toml에 카메라가 없어요. [[devices]]에 category = "camera"인 기기를 적어 주세요</source>
        <translation>kiosk.toml 中没有相机。请在 [[devices]] 中写入 category = "camera" 的设备</translation>
    </message>
</context>
<context>
    <name>Cart</name>
    <message>
        <source>집으로 배송</source>
        <translation>送货上门</translation>
    </message>
    <message>
        <source>%1에서 받기</source>
        <translation>在%1自提</translation>
    </message>
    <message>
        <source>지금 가져가기</source>
        <translation>现在带走</translation>
    </message>
    <message>
        <source>아직 결제하지 않아요</source>
        <translation>暂不收款</translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>填写地址后可查看送达时间</translation>
    </message>
    <message>
        <source>배송비 %1</source>
        <translation>运费 %1</translation>
    </message>
    <message>
        <source>무료</source>
        <translation>免费</translation>
    </message>
    <message numerus="yes">
        <source>상품 %n개</source>
        <translation><numerusform>%n 件商品</numerusform></translation>
    </message>
    <message>
        <source>할인 %1</source>
        <translation>优惠 %1</translation>
    </message>
    <message>
        <source>회원가가 있는 상품을 담으면 바로 바뀌어요</source>
        <translation>有会员价的商品会立即按会员价计算</translation>
    </message>
    <message>
        <source>회원가로 %1 싸졌어요</source>
        <translation>会员价已省 %1</translation>
    </message>
    <message>
        <source>%1 더 담으면 %2 할인돼요</source>
        <translation>再买%1即减%2</translation>
    </message>
    <message>
        <source>하나 더 가져오면 무료예요</source>
        <translation>再拿一件免费</translation>
    </message>
    <message numerus="yes">
        <source>%n개 더 가져오면 하나는 무료예요</source>
        <translation><numerusform>再拿 %n 件，其中一件免费</numerusform></translation>
    </message>
    <message>
        <source>하나 더 가져오면 %1 할인돼요</source>
        <translation>再拿一件减%1</translation>
    </message>
    <message numerus="yes">
        <source>%n개 더 가져오면 %1 할인돼요</source>
        <translation><numerusform>再拿%n件减%1</numerusform></translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · %2前</translation>
    </message>
</context>
<context>
    <name>CartAbove</name>
    <message>
        <source>담았어요</source>
        <translation>已加入</translation>
    </message>
</context>
<context>
    <name>CartEmpty</name>
    <message>
        <source>지금은 스캔할 수 없어요</source>
        <translation>现在无法扫描</translation>
    </message>
    <message>
        <source>잠시만요</source>
        <translation>请稍等</translation>
    </message>
    <message>
        <source>바코드를 비춰 주세요</source>
        <translation>请出示条形码</translation>
    </message>
    <message>
        <source>상품을 찾거나 직원을 불러 주세요</source>
        <translation>请查找商品或呼叫店员</translation>
    </message>
    <message>
        <source>스캐너를 준비하고 있어요</source>
        <translation>正在准备扫描器</translation>
    </message>
    <message>
        <source>하나씩 스캔하면 여기에 담겨요</source>
        <translation>逐件扫描，商品会显示在这里</translation>
    </message>
    <message>
        <source>바코드가 없나요?</source>
        <translation>没有条形码？</translation>
    </message>
    <message>
        <source>과일·채소</source>
        <translation>水果蔬菜</translation>
    </message>
    <message>
        <source>무게를 재요</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>초성도 돼요</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>优惠券·会员</translation>
    </message>
    <message>
        <source>바코드를 비춰요</source>
        <translation>扫会员码</translation>
    </message>
</context>
<context>
    <name>CartList</name>
    <message>
        <source>받는 방법별로</source>
        <translation>按领取方式</translation>
    </message>
    <message>
        <source>담은 상품</source>
        <translation>已选商品</translation>
    </message>
    <message>
        <source>%1가지 중 %2–%3</source>
        <translation>%2–%3 / 共%1种</translation>
    </message>
</context>
<context>
    <name>CartNow</name>
    <message>
        <source>네, 하나 더 담을게요</source>
        <translation>是的，再放一件</translation>
    </message>
</context>
<context>
    <name>CartNowRow</name>
    <message>
        <source>네, 하나 더 담을게요</source>
        <translation>是的，再放一件</translation>
    </message>
    <message>
        <source>방금 담았어요</source>
        <translation>刚刚加入</translation>
    </message>
</context>
<context>
    <name>CartScreen</name>
    <message>
        <source>상품을 담으면 결제할 수 있어요</source>
        <translation>加入商品后即可付款</translation>
    </message>
    <message>
        <source>%1 담았어요</source>
        <translation>已加入%1</translation>
    </message>
    <message>
        <source>한 번에 결제해요</source>
        <translation>一次付清</translation>
    </message>
    <message>
        <source>결제하기</source>
        <translation>去付款</translation>
    </message>
    <message>
        <source>%1 결제하기</source>
        <translation>支付 %1</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>CartTools</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>无条形码</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>优惠券·会员</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>봉투</source>
        <translation>购物袋</translation>
    </message>
</context>
<context>
    <name>CashReceipt</name>
    <message>
        <source>상품권으로 낸 금액에 발급돼요</source>
        <translation>针对礼券支付的金额开具</translation>
    </message>
    <message>
        <source>상품권 %1에 발급돼요</source>
        <translation>针对 %1 礼券开具</translation>
    </message>
    <message>
        <source>사업자등록번호 10자리를 눌러 주세요</source>
        <translation>请输入10位营业登记号</translation>
    </message>
    <message>
        <source>휴대폰 번호나 현금영수증 카드 번호를 눌러 주세요</source>
        <translation>请输入手机号或现金收据卡号</translation>
    </message>
    <message>
        <source>사업자등록번호가 맞지 않아요. 다시 확인해 주세요</source>
        <translation>营业登记号不正确，请再次确认</translation>
    </message>
    <message>
        <source>휴대폰 번호는 010처럼 01로 시작해요. 다시 눌러 주세요</source>
        <translation>手机号以01开头，例如010。请重新输入</translation>
    </message>
    <message>
        <source>사업자등록번호는 10자리예요. 다시 눌러 주세요</source>
        <translation>营业登记号为10位，请重新输入</translation>
    </message>
    <message>
        <source>휴대폰 번호는 10~11자리, 카드 번호는 13~19자리예요. 다시 눌러 주세요</source>
        <translation>手机号为10~11位，卡号为13~19位。请重新输入</translation>
    </message>
    <message>
        <source>%1부터는 번호가 없어도 매장이 자진발급해요</source>
        <translation>%1起即使没有号码也由商家自行开具</translation>
    </message>
    <message>
        <source>소득공제</source>
        <translation>所得扣除</translation>
    </message>
    <message>
        <source>지출증빙</source>
        <translation>支出凭证</translation>
    </message>
    <message>
        <source>안 받을게요</source>
        <translation>不需要</translation>
    </message>
</context>
<context>
    <name>CashReceiptScreen</name>
    <message>
        <source>현금영수증 받을까요?</source>
        <translation>需要现金收据吗？</translation>
    </message>
    <message>
        <source>소득공제</source>
        <translation>所得扣除</translation>
    </message>
    <message>
        <source>지출증빙</source>
        <translation>支出凭证</translation>
    </message>
    <message>
        <source>%1자리를 눌렀어요</source>
        <translation>已输入%1位</translation>
    </message>
    <message>
        <source>이 번호로 받기</source>
        <translation>使用此号码</translation>
    </message>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>请输入编号</translation>
    </message>
    <message>
        <source>안 받을게요</source>
        <translation>不需要</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>지금은 쓸 수 없어요</source>
        <translation>暂停使用</translation>
    </message>
    <message>
        <source>점검하고 있어요. 옆 계산대를 이용해 주세요</source>
        <translation>正在检修，请使用旁边的收银台</translation>
    </message>
    <message>
        <source>기기를 고치고 있어요. 옆 계산대를 이용해 주세요</source>
        <translation>正在维修，请使用旁边的收银台</translation>
    </message>
    <message>
        <source>옆 계산대를 이용해 주세요</source>
        <translation>请使用旁边的收银台</translation>
    </message>
</context>
<context>
    <name>ConsonantKeys</name>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>请输入编号</translation>
    </message>
    <message>
        <source>첫소리를 눌러 주세요 · 사과는 ㅅㄱ</source>
        <translation>请按韩语首字母</translation>
    </message>
    <message>
        <source>첫소리를 눌러 주세요</source>
        <translation>请按韩语首字母</translation>
    </message>
    <message>
        <source>하나 지우기</source>
        <translation>删除一个</translation>
    </message>
    <message>
        <source>ㄱㄴㄷ</source>
        <translation>ㄱㄴㄷ</translation>
    </message>
    <message>
        <source>번호</source>
        <translation>编号</translation>
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
    <name>Devices</name>
    <message>
        <source>시험 중</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>정상</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>끊김</source>
        <translation>断开</translation>
    </message>
    <message numerus="yes">
        <source>%n분째 신호 없음</source>
        <translation><numerusform>%n分钟没有信号</numerusform></translation>
    </message>
    <message>
        <source>방금 끊겼어요</source>
        <translation>刚刚断开</translation>
    </message>
    <message numerus="yes">
        <source>신호 %n번</source>
        <translation><numerusform>信号%n次</numerusform></translation>
    </message>
    <message>
        <source>연결됐어요</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>아무 바코드나 비춰 주세요</source>
        <translation>请扫任意条形码</translation>
    </message>
    <message>
        <source>아무 바코드나 카메라에 비춰 주세요</source>
        <translation>请把任意条形码对准摄像头</translation>
    </message>
    <message>
        <source>저울에 아무것이나 올려 주세요</source>
        <translation>请在秤上放任意物品</translation>
    </message>
    <message>
        <source>대답을 기다려요</source>
        <translation>正在等待应答</translation>
    </message>
    <message>
        <source>시험에 통과했어요</source>
        <translation>测试通过</translation>
    </message>
    <message>
        <source>10초 안에 신호가 없었어요</source>
        <translation>10秒内没有信号</translation>
    </message>
    <message>
        <source>연결되지 않아 시험하지 못했어요</source>
        <translation>未连接,无法测试</translation>
    </message>
    <message>
        <source>바코드 스캐너</source>
        <translation>条码扫描器</translation>
    </message>
    <message>
        <source>카메라</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>영수증 프린터</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>결제 단말기</source>
        <translation>支付终端</translation>
    </message>
    <message>
        <source>포인트 · 쿠폰 서버</source>
        <translation>积分和优惠券服务器</translation>
    </message>
    <message>
        <source>용지 있음</source>
        <translation>有纸</translation>
    </message>
    <message>
        <source>용지가 곧 떨어져요</source>
        <translation>纸快用完了</translation>
    </message>
    <message>
        <source>용지 없음</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>1초에 %1장</source>
        <translation>每秒%1帧</translation>
    </message>
    <message>
        <source>해독 %1ms</source>
        <translation>解码%1ms</translation>
    </message>
    <message>
        <source>왕복 %1ms</source>
        <translation>往返%1ms</translation>
    </message>
    <message>
        <source>무게 %1g</source>
        <translation>重量%1g</translation>
    </message>
</context>
<context>
    <name>DevicesScreen</name>
    <message>
        <source>기기 점검</source>
        <translation>设备检查</translation>
    </message>
    <message>
        <source>나가기</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>정상</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>끊김</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>모두 시험</source>
        <translation>全部测试</translation>
    </message>
    <message>
        <source>보기</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>시험</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>연결하도록 설정된 기기가 없어요</source>
        <translation>没有设置任何设备</translation>
    </message>
    <message>
        <source>kiosk.toml에 기기를 적어 주세요</source>
        <translation>请在kiosk.toml中填写设备</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>화면 설정</source>
        <translation>显示设置</translation>
    </message>
    <message>
        <source>글자 크기</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>보통</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>크게</source>
        <translation>大</translation>
    </message>
    <message>
        <source>더 크게</source>
        <translation>更大</translation>
    </message>
    <message>
        <source>가장 크게</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>고대비</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>낮은 화면</source>
        <translation>低位操作</translation>
    </message>
    <message>
        <source>움직임 줄이기</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>延长时间</translation>
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
        <translation>调低音量</translation>
    </message>
    <message>
        <source>소리 크게</source>
        <translation>调高音量</translation>
    </message>
    <message>
        <source>처음 설정으로</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>다 됐어요</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>상품 %n개를 모두 챙겨 주세요</source>
        <translation><numerusform>请带走全部 %n 件商品</numerusform></translation>
    </message>
    <message>
        <source>영수증을 인쇄하고 있어요</source>
        <translation>正在打印小票</translation>
    </message>
    <message>
        <source>영수증을 인쇄했어요</source>
        <translation>小票已打印</translation>
    </message>
    <message>
        <source>영수증 종이가 떨어졌어요. QR로 받을 수 있어요</source>
        <translation>小票纸用完了，可用二维码领取</translation>
    </message>
    <message>
        <source>프린터를 쓸 수 없어요. QR로 받을 수 있어요</source>
        <translation>打印机无法使用，可用二维码领取</translation>
    </message>
    <message>
        <source>집으로 배송</source>
        <translation>送货上门</translation>
    </message>
    <message>
        <source>주소는 영수증 QR에서 넣어 주세요</source>
        <translation>请通过小票二维码填写地址</translation>
    </message>
    <message>
        <source>%1에서 받기</source>
        <translation>在%1自提</translation>
    </message>
    <message numerus="yes">
        <source>%n개</source>
        <translation><numerusform>%n 件</numerusform></translation>
    </message>
</context>
<context>
    <name>DoneHead</name>
    <message>
        <source>결제했어요</source>
        <translation>已付款</translation>
    </message>
</context>
<context>
    <name>DoneScreen</name>
    <message>
        <source>카드를 꺼내 주세요</source>
        <translation>请取出卡片</translation>
    </message>
    <message>
        <source>결제했어요</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>再等1分钟</translation>
    </message>
    <message>
        <source>단말기에 카드가 남아 있어요</source>
        <translation>卡片还在终端里</translation>
    </message>
    <message>
        <source>카드도 잊지 마세요</source>
        <translation>请别忘了卡片</translation>
    </message>
    <message>
        <source>다 챙겼어요</source>
        <translation>都拿好了</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요</source>
        <translation>%1 秒后返回首页</translation>
    </message>
</context>
<context>
    <name>EasyTiles</name>
    <message>
        <source>편하게 보기</source>
        <translation>便捷显示</translation>
    </message>
    <message>
        <source>큰 글씨</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>고대비</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>낮은 화면</source>
        <translation>低位操作</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>延长时间</translation>
    </message>
</context>
<context>
    <name>ElsewhereWays</name>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>转到人工收银台</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>呼叫店员</translation>
    </message>
</context>
<context>
    <name>Fee</name>
    <message>
        <source>배송비 %1</source>
        <translation>配送费 %1</translation>
    </message>
    <message>
        <source>병 보증금 %1</source>
        <translation>瓶押金 %1</translation>
    </message>
    <message>
        <source>요금 %1</source>
        <translation>费用 %1</translation>
    </message>
    <message>
        <source>세금 %1</source>
        <translation>税 %1</translation>
    </message>
    <message>
        <source>%1 포함</source>
        <translation>含%1</translation>
    </message>
</context>
<context>
    <name>Fulfilment</name>
    <message>
        <source>배송비 %1</source>
        <translation>运费 %1</translation>
    </message>
    <message>
        <source>무료</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>합계 %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>매장에는 두지 않는 상품이에요</source>
        <translation>店内没有这种商品</translation>
    </message>
    <message>
        <source>지금은 품절이에요</source>
        <translation>现在已售罄</translation>
    </message>
    <message>
        <source>배송하지 않는 상품이에요</source>
        <translation>此商品不配送</translation>
    </message>
    <message>
        <source>다른 매장에서 받을 수 없는 상품이에요</source>
        <translation>不能在其他门店取货</translation>
    </message>
    <message>
        <source>성인 확인이 필요해서 매장에서만 살 수 있어요</source>
        <translation>需要确认年龄,只能在店内购买</translation>
    </message>
    <message>
        <source>직원이 직접 건네는 상품이라 매장에서만 살 수 있어요</source>
        <translation>此商品须由店员当面交付，仅限店内购买</translation>
    </message>
    <message>
        <source>직원이 있을 때만 파는 상품이에요</source>
        <translation>仅在有店员时销售</translation>
    </message>
    <message>
        <source>지금은 살 수 없는 시간이에요</source>
        <translation>现在不是销售时间</translation>
    </message>
    <message>
        <source>한 번에 이만큼은 살 수 없어요. 수량을 줄여 주세요</source>
        <translation>超过单次购买数量，请减少数量</translation>
    </message>
    <message>
        <source>이만큼은 없어요. 수량을 줄여 주세요</source>
        <translation>没有这么多,请减少数量</translation>
    </message>
    <message>
        <source>지금은 팔지 않는 상품이에요</source>
        <translation>此商品暂不销售</translation>
    </message>
    <message>
        <source>지금은 이렇게 받을 수 없어요</source>
        <translation>现在不能这样取货</translation>
    </message>
    <message>
        <source>이 매장에서 지금</source>
        <translation>现在在本店</translation>
    </message>
    <message>
        <source>다른 매장에서 받기</source>
        <translation>在其他门店取货</translation>
    </message>
    <message>
        <source>집으로 배송</source>
        <translation>送货上门</translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>填写地址后可查看送达时间</translation>
    </message>
    <message>
        <source>지금은 주문만 저장하고 결제하지 않아요</source>
        <translation>现在只保存订单,不付款</translation>
    </message>
    <message>
        <source>주소는 결제 뒤 넣어요</source>
        <translation>付款后填写地址</translation>
    </message>
    <message>
        <source>직원이 먼저 찾아본 뒤에 준비해요</source>
        <translation>店员先确认再准备</translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · %2前</translation>
    </message>
</context>
<context>
    <name>FulfilmentScreen</name>
    <message>
        <source>어떻게 받을까요?</source>
        <translation>想怎么取货?</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>합계</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>고르면 배송비까지 더해 보여 드려요</source>
        <translation>选择后显示含运费的总额</translation>
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
    <name>HealthBanners</name>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>转到人工收银台</translation>
    </message>
    <message>
        <source>지금 이 계산대는 카드를 쓸 수 없어요</source>
        <translation>此收银台暂时不能刷卡</translation>
    </message>
    <message>
        <source>계속 담을 수 있어요
%1</source>
        <translation>可以继续扫描
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
        <translation>请求帮助</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>年龄确认</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>店员确认</translation>
    </message>
    <message>
        <source>처음 보는 상품</source>
        <translation>未知商品</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>付款确认</translation>
    </message>
    <message>
        <source>가격 확인</source>
        <translation>价格确认</translation>
    </message>
    <message>
        <source>팔지 않는 상품</source>
        <translation>暂不销售</translation>
    </message>
    <message>
        <source>성인 확인이 필요해요</source>
        <translation>需要确认年龄</translation>
    </message>
    <message>
        <source>직원이 신분증을 확인해요</source>
        <translation>店员会查看证件</translation>
    </message>
    <message>
        <source>직원 확인이 필요해요</source>
        <translation>需要店员确认</translation>
    </message>
    <message>
        <source>직원이 건네는 상품이 있어요</source>
        <translation>有需店员交付的商品</translation>
    </message>
    <message>
        <source>직원이 확인하고 직접 건네 드려요</source>
        <translation>店员确认后会当面交给您</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>已呼叫店员</translation>
    </message>
    <message>
        <source>직원이 확인하면 바로 알려 드려요</source>
        <translation>店员确认后会立即告知</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>店员已确认</translation>
    </message>
    <message>
        <source>가고 있어요</source>
        <translation>正在过来</translation>
    </message>
    <message>
        <source>지금은 직원이 자리에 없어요</source>
        <translation>现在没有店员</translation>
    </message>
    <message>
        <source>이 상품만 빼고 결제할 수 있어요</source>
        <translation>可以去掉此商品后付款</translation>
    </message>
    <message>
        <source>담은 상품은 그대로예요</source>
        <translation>购物篮保持不变</translation>
    </message>
    <message>
        <source>조금 더 걸려요</source>
        <translation>还需要一点时间</translation>
    </message>
    <message>
        <source>직원을 다시 불렀어요</source>
        <translation>已再次呼叫店员</translation>
    </message>
</context>
<context>
    <name>HelpBar</name>
    <message>
        <source>도구 막대</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>도움이 필요하면 직원을 불러 주세요</source>
        <translation>需要帮助请呼叫店员</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>呼叫店员</translation>
    </message>
</context>
<context>
    <name>IdleScreen</name>
    <message>
        <source>지금 이 계산대는
카드를 쓸 수 없어요</source>
        <translation>此收银台
暂时不能刷卡</translation>
    </message>
    <message>
        <source>지금은 스캔할 수 없어요</source>
        <translation>现在无法扫描</translation>
    </message>
    <message>
        <source>상품을 스캔하면
바로 시작해요</source>
        <translation>扫描商品
即可开始</translation>
    </message>
    <message>
        <source>직원이 도와 드려요</source>
        <translation>店员会来帮忙</translation>
    </message>
    <message>
        <source>바코드를 아래 빨간 빛에 비춰 주세요</source>
        <translation>请将条形码对准下方红光</translation>
    </message>
    <message>
        <source>시작하기</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>呼叫店员</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>상품 찾기</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>재고 확인 · 주문</source>
        <translation>库存 · 订购</translation>
    </message>
    <message>
        <source>스캔해도 돼요. 담은 상품은 직원 계산대로 보내 드려요</source>
        <translation>可以扫描。商品清单会转到人工收银台</translation>
    </message>
    <message>
        <source>카드 단말기를 다시 연결하고 있어요</source>
        <translation>正在重新连接终端</translation>
    </message>
    <message>
        <source>영수증은 휴대폰으로만 받을 수 있어요</source>
        <translation>小票仅可用手机领取</translation>
    </message>
    <message>
        <source>신용·체크카드 · 휴대폰 결제</source>
        <translation>银行卡 · 手机支付</translation>
    </message>
</context>
<context>
    <name>InstalmentRow</name>
    <message>
        <source>할부</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>신용카드만</source>
        <translation>仅限信用卡</translation>
    </message>
    <message>
        <source>더 보기</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>주문번호</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>영수증 QR 코드</source>
        <translation>小票二维码</translation>
    </message>
    <message>
        <source>가져갈 상품은 결제했어요</source>
        <translation>带走的商品已付款</translation>
    </message>
    <message>
        <source>결제함</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>결제 전</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>연결되면 주문을 전해요</source>
        <translation>联网后会提交订单</translation>
    </message>
    <message>
        <source>결제할 때까지 돈은 나가지 않아요</source>
        <translation>付款前不会扣款</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>%1은(는) 이 계산대에서 쓸 수 있어요</source>
        <translation>%1可在此收银台使用</translation>
    </message>
    <message>
        <source>담은 상품은 직원 계산대에서 결제할 수 있어요</source>
        <translation>可以在人工收银台付款</translation>
    </message>
    <message>
        <source>가까운 %1번 계산대에서 바로 결제할 수 있어요</source>
        <translation>附近的%1号收银台可以付款</translation>
    </message>
    <message>
        <source>결제할 수 있어요</source>
        <translation>可以付款</translation>
    </message>
    <message>
        <source>카드 돼요
%1 확인</source>
        <translation>可刷卡
%1</translation>
    </message>
    <message numerus="yes">
        <source>상품 %n개 · %1</source>
        <translation><numerusform>%n件商品 · %1</numerusform></translation>
    </message>
    <message>
        <source>직원에게 번호를 말해 주세요. 직원이 이 계산대에서 꺼내요. %1까지 맡아 둬요</source>
        <translation>请把号码告诉店员，店员会在这台机器调出。保留到%1</translation>
    </message>
    <message>
        <source>직원 계산대에서 번호를 말해 주세요. %1까지 맡아 둬요</source>
        <translation>请在人工收银台说出号码。保留到%1</translation>
    </message>
    <message>
        <source>직원 계산대 %1</source>
        <translation>人工收银台 %1</translation>
    </message>
    <message>
        <source>%1번 계산대</source>
        <translation>%1号收银台</translation>
    </message>
</context>
<context>
    <name>LaneWays</name>
    <message>
        <source>카드 안 돼요</source>
        <translation>不能刷卡</translation>
    </message>
    <message>
        <source>이 계산대</source>
        <translation>此收银台</translation>
    </message>
    <message>
        <source>길 보기</source>
        <translation>看路线</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>언어</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>담은 상품은 그대로예요</source>
        <translation>购物篮保持不变</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>처음부터 다시 할까요?</source>
        <translation>要重新开始吗？</translation>
    </message>
    <message>
        <source>처음 화면으로 돌아가요</source>
        <translation>将返回首页</translation>
    </message>
    <message>
        <source>담은 상품을 모두 비우고 처음 화면으로 돌아가요</source>
        <translation>将清空购物篮并返回首页</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>비우고 처음으로</source>
        <translation>清空并重新开始</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>%1 · 1kg %2</source>
        <translation>%1 · 每kg %2</translation>
    </message>
    <message>
        <source>회원은 1개 %1</source>
        <translation>会员每件%1</translation>
    </message>
    <message>
        <source>회원은 1kg %1</source>
        <translation>会员每kg %1</translation>
    </message>
    <message>
        <source>지금 가격</source>
        <translation>现在的价格</translation>
    </message>
    <message>
        <source>아직 못 받은 행사 · %1</source>
        <translation>尚未达到 · %1</translation>
    </message>
    <message>
        <source>%1에 끝났어요</source>
        <translation>已于%1结束</translation>
    </message>
    <message>
        <source>지난 행사 · %1</source>
        <translation>已结束 · %1</translation>
    </message>
    <message>
        <source>바코드에 적힌 가격</source>
        <translation>条码中的价格</translation>
    </message>
    <message numerus="yes">
        <source>%n개 × %1</source>
        <translation><numerusform>%n 件 × %1</numerusform></translation>
    </message>
    <message>
        <source>%1부터 정상가</source>
        <translation>%1起为正常价</translation>
    </message>
    <message>
        <source>직원이 1kg %1으로 고쳤어요</source>
        <translation>店员改为每kg %1</translation>
    </message>
    <message>
        <source>직원이 1개 %1으로 고쳤어요</source>
        <translation>店员改为每件%1</translation>
    </message>
    <message>
        <source>진열대 가격</source>
        <translation>货架价格</translation>
    </message>
    <message>
        <source>포장이 상한 상품</source>
        <translation>包装破损</translation>
    </message>
    <message>
        <source>직원 할인</source>
        <translation>店员折扣</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>年龄确认</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>店员确认</translation>
    </message>
    <message>
        <source>회원가</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>%1 · 병 보증금 %2</source>
        <translation>%1 · 瓶押金 %2</translation>
    </message>
    <message>
        <source>판매자 %1</source>
        <translation>卖家 %1</translation>
    </message>
    <message>
        <source>%1 할인</source>
        <translation>优惠 %1</translation>
    </message>
    <message>
        <source>1개 %1</source>
        <translation>每件 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n개</source>
        <translation><numerusform>%1和另外%n件</numerusform></translation>
    </message>
    <message>
        <source>%1 · %2 할인</source>
        <translation>%1 · 减%2</translation>
    </message>
    <message>
        <source>%1 · %2까지</source>
        <translation>%1 · %2前</translation>
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
    <name>Map</name>
    <message>
        <source>매장 지도, %1, %2</source>
        <translation>店内地图,%1,%2</translation>
    </message>
</context>
<context>
    <name>MapSheet</name>
    <message>
        <source>위치를 알 수 없어요</source>
        <translation>不知道位置</translation>
    </message>
    <message>
        <source>%1 · 가져와서 바코드를 비춰 주세요</source>
        <translation>%1 · 请取来后扫描条形码</translation>
    </message>
    <message>
        <source>직원에게 물어봐 주세요</source>
        <translation>请询问店员</translation>
    </message>
    <message>
        <source>%1 · 여기서 카드로 결제할 수 있어요</source>
        <translation>%1 · 可以在这里刷卡</translation>
    </message>
    <message>
        <source>알겠어요</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>MemberScreen</name>
    <message>
        <source>회원으로 담고 있어요</source>
        <translation>正按会员价计算</translation>
    </message>
    <message>
        <source>회원이 아니어도 살 수 있어요</source>
        <translation>非会员也可以购买</translation>
    </message>
    <message>
        <source>쿠폰이나 회원 바코드를 비춰 주세요</source>
        <translation>请扫描优惠券或会员条码</translation>
    </message>
    <message>
        <source>쿠폰·회원</source>
        <translation>优惠券·会员</translation>
    </message>
    <message>
        <source>회원 앱이나 카드의 바코드를 빨간 빛에 비춰 주세요</source>
        <translation>请将应用或会员卡上的条形码对准红光</translation>
    </message>
    <message>
        <source>쿠폰은 결제할 때 사용돼요. 결제하지 않으면 그대로 남아요</source>
        <translation>优惠券在付款时使用，未付款则保留</translation>
    </message>
    <message>
        <source>회원가가 있는 상품은 바로 바뀌어요</source>
        <translation>会立即换成会员价</translation>
    </message>
    <message>
        <source>장바구니로</source>
        <translation>返回购物篮</translation>
    </message>
</context>
<context>
    <name>NotPaidScreen</name>
    <message>
        <source>단말기의 답을 기다려요. 화면이 저절로 바뀌어요</source>
        <translation>正在等待终端答复，画面会自动更新</translation>
    </message>
    <message>
        <source>다시 결제하지 마세요</source>
        <translation>请勿再次付款</translation>
    </message>
    <message>
        <source>직원이 와서 확인해요. 화면이 저절로 바뀌어요</source>
        <translation>店员会来确认。画面会自动变化</translation>
    </message>
    <message>
        <source>오래 걸리면 직원을 불러 주세요</source>
        <translation>如果太久，请呼叫店员</translation>
    </message>
    <message>
        <source>끝나면 화면이 저절로 바뀌어요</source>
        <translation>完成后画面会自动切换</translation>
    </message>
    <message>
        <source>한도나 잔액을 확인해 주세요</source>
        <translation>请确认额度或余额</translation>
    </message>
    <message>
        <source>다른 카드나 휴대폰으로 결제해 주세요</source>
        <translation>请换一张卡或用手机支付</translation>
    </message>
    <message>
        <source>어려우면 직원을 불러 주세요</source>
        <translation>有困难请呼叫店员</translation>
    </message>
    <message>
        <source>카드의 방향을 보고 끝까지 꽂아 주세요</source>
        <translation>请看清卡的方向，插到底</translation>
    </message>
    <message>
        <source>카드를 다시 꽂거나 대 주세요</source>
        <translation>请重新插卡或贴卡</translation>
    </message>
    <message>
        <source>확인하는 금액</source>
        <translation>正在确认的金额</translation>
    </message>
    <message>
        <source>결제할 금액</source>
        <translation>应付金额</translation>
    </message>
    <message>
        <source>돌려드리는 금액</source>
        <translation>退还金额</translation>
    </message>
    <message>
        <source>지금은 이렇게 해 주세요</source>
        <translation>现在请这样做</translation>
    </message>
    <message>
        <source>이렇게 해 보세요</source>
        <translation>可以这样试试</translation>
    </message>
    <message>
        <source>다시 결제하기</source>
        <translation>重新付款</translation>
    </message>
    <message>
        <source>직원 계산대로 보내기</source>
        <translation>转到人工收银台</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>呼叫店员</translation>
    </message>
    <message>
        <source>장바구니 보기</source>
        <translation>查看购物篮</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>직원에게 알렸어요. 다른 상품을 먼저 담아 주세요</source>
        <translation>已通知店员，请先扫描其他商品</translation>
    </message>
    <message>
        <source>처음 보는 상품이에요</source>
        <translation>没有找到这件商品</translation>
    </message>
    <message>
        <source>바코드를 읽지 못했어요</source>
        <translation>未能读取条形码</translation>
    </message>
    <message>
        <source>포장을 펴고 다시 비춰 주세요</source>
        <translation>请展平包装后再试</translation>
    </message>
    <message>
        <source>코드가 두 개 보여요</source>
        <translation>看到两个码</translation>
    </message>
    <message>
        <source>하나만 비춰 주세요</source>
        <translation>请只出示一个</translation>
    </message>
    <message>
        <source>조금 더 가까이 비춰 주세요</source>
        <translation>请再靠近一点</translation>
    </message>
    <message>
        <source>바코드가 작게 보여요</source>
        <translation>条码看起来太小</translation>
    </message>
    <message>
        <source>포장을 펴서 비춰 주세요</source>
        <translation>请把包装展平</translation>
    </message>
    <message>
        <source>구겨지거나 번들거려서 읽지 못했어요</source>
        <translation>有褶皱或反光，没能读取</translation>
    </message>
    <message>
        <source>상품을 조금 돌려 주세요</source>
        <translation>请稍微转动商品</translation>
    </message>
    <message>
        <source>바코드가 비스듬해요</source>
        <translation>条码是斜的</translation>
    </message>
    <message>
        <source>잠시 그대로 두세요</source>
        <translation>请保持不动</translation>
    </message>
    <message>
        <source>흔들려서 읽지 못했어요</source>
        <translation>晃动了，没能读取</translation>
    </message>
    <message>
        <source>밝은 쪽으로 비춰 주세요</source>
        <translation>请移到亮处</translation>
    </message>
    <message>
        <source>어두워서 읽지 못했어요</source>
        <translation>太暗，没能读取</translation>
    </message>
    <message>
        <source>포장의 QR 코드를 비춰 주세요</source>
        <translation>请出示包装上的二维码</translation>
    </message>
    <message>
        <source>%item은(는) 소비기한을 확인하고 담아요</source>
        <translation>%item要先确认保质期</translation>
    </message>
    <message>
        <source>소비기한을 알 수 없는 상품이에요</source>
        <translation>无法确认保质期</translation>
    </message>
    <message>
        <source>소비기한이 지난 상품이에요</source>
        <translation>这件商品已过保质期</translation>
    </message>
    <message>
        <source>%item은(는) 팔지 않아요. 직원에게 건네 주세요</source>
        <translation>%item不出售，请交给店员</translation>
    </message>
    <message>
        <source>이미 담은 라벨이에요</source>
        <translation>此标签已放入</translation>
    </message>
    <message>
        <source>라벨이 같은 %item이(가) 하나 더 있나요?</source>
        <translation>还有一件标签相同的%item吗？</translation>
    </message>
    <message>
        <source>이미 담은 상품이에요</source>
        <translation>这件已经加过了</translation>
    </message>
    <message>
        <source>같은 포장은 한 번만 담아요</source>
        <translation>同一包装只计一次</translation>
    </message>
    <message>
        <source>카드로 결제하거나 직원에게 물어봐 주세요</source>
        <translation>请刷卡或咨询店员</translation>
    </message>
    <message>
        <source>결제하기를 누르고 다시 비춰 주세요</source>
        <translation>请先点“付款”，再出示一次</translation>
    </message>
    <message>
        <source>이미 쓴 상품권이에요</source>
        <translation>该礼券已使用</translation>
    </message>
    <message>
        <source>기한이 지난 상품권이에요</source>
        <translation>该礼券已过期</translation>
    </message>
    <message>
        <source>상품권이 낼 금액보다 커요</source>
        <translation>礼券金额大于应付金额</translation>
    </message>
    <message>
        <source>거스름돈이 없어서 쓸 수 없어요. 상품을 더 담아도 돼요</source>
        <translation>无法找零，因此不能使用。可以再加商品</translation>
    </message>
    <message>
        <source>확인할 수 없는 상품권이에요</source>
        <translation>无法验证该礼券</translation>
    </message>
    <message>
        <source>이 계산대에서는 쓸 수 없는 상품권이에요</source>
        <translation>该礼券不能在此使用</translation>
    </message>
    <message>
        <source>이 계산대에서는 아직 쓸 수 없어요. 직원에게 물어봐 주세요</source>
        <translation>本自助收银台还不能使用，请询问店员</translation>
    </message>
    <message>
        <source>상품권이에요</source>
        <translation>这是礼券</translation>
    </message>
    <message>
        <source>영수증이에요</source>
        <translation>这是小票</translation>
    </message>
    <message>
        <source>교환·환불은 직원이 도와 드려요</source>
        <translation>退换货请找店员</translation>
    </message>
    <message>
        <source>맡겨 둔 장바구니 번호예요</source>
        <translation>这是寄存购物篮的号码</translation>
    </message>
    <message>
        <source>이 계산대에서는 아직 열 수 없어요. 직원에게 보여 주세요</source>
        <translation>本自助收银台还不能打开，请给店员看</translation>
    </message>
    <message>
        <source>모바일 신분증이에요</source>
        <translation>这是手机身份证</translation>
    </message>
    <message>
        <source>성인 확인은 직원이 해요</source>
        <translation>由店员确认是否成年</translation>
    </message>
    <message>
        <source>신분증을 직원에게 보여 주세요</source>
        <translation>请向店员出示身份证</translation>
    </message>
    <message>
        <source>지금은 팔지 않는 상품이에요</source>
        <translation>此商品暂不销售</translation>
    </message>
    <message>
        <source>%item은(는) 담지 않았어요. 직원에게 건네 주세요</source>
        <translation>未加入%item，请交给店员</translation>
    </message>
    <message>
        <source>매장에서는 팔지 않는 상품이에요</source>
        <translation>店内不销售此商品</translation>
    </message>
    <message>
        <source>상품 찾기에서 배송으로 주문할 수 있어요</source>
        <translation>可在查找商品中下单配送</translation>
    </message>
    <message>
        <source>결제 바코드예요</source>
        <translation>这是付款码</translation>
    </message>
    <message>
        <source>이 계산대에서는 카드로 결제할 수 있어요</source>
        <translation>此收银台可刷卡付款</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n개</source>
        <translation><numerusform>%1和另外%n件</numerusform></translation>
    </message>
    <message>
        <source>저울을 쓸 수 없어요</source>
        <translation>电子秤无法使用</translation>
    </message>
    <message>
        <source>직원을 불러 주시면 도와 드려요</source>
        <translation>请呼叫店员帮忙</translation>
    </message>
    <message>
        <source>결제하는 중이에요</source>
        <translation>正在付款</translation>
    </message>
    <message>
        <source>방금 스캔한 상품은 이번 결제에 들어가지 않아요</source>
        <translation>刚扫描的商品不计入本次付款</translation>
    </message>
    <message>
        <source>계산하지 않은 상품이 있어요</source>
        <translation>有未结算的商品</translation>
    </message>
    <message>
        <source>결제하는 동안 스캔한 상품은 다시 담아 주세요</source>
        <translation>付款时扫描的商品请重新扫描</translation>
    </message>
    <message>
        <source>행사 할인을 받았어요</source>
        <translation>已享受优惠</translation>
    </message>
    <message>
        <source>%amount을 할인했어요</source>
        <translation>已优惠 %amount</translation>
    </message>
    <message>
        <source>회원가로 바뀌었어요</source>
        <translation>已换成会员价</translation>
    </message>
    <message>
        <source>%amount 싸게 살 수 있어요</source>
        <translation>可省 %amount</translation>
    </message>
    <message>
        <source>등록된 회원 번호가 아니에요</source>
        <translation>不是已登记的会员号</translation>
    </message>
    <message>
        <source>회원 바코드를 다시 비춰 주세요. 회원이 아니어도 살 수 있어요</source>
        <translation>请再次出示会员码，非会员也可购买</translation>
    </message>
    <message>
        <source>가격이 내렸어요</source>
        <translation>降价了</translation>
    </message>
    <message>
        <source>%item %amount 싸게 살 수 있어요</source>
        <translation>%item便宜了%amount</translation>
    </message>
    <message>
        <source>직원이 가격을 고쳤어요</source>
        <translation>店员已修改价格</translation>
    </message>
    <message>
        <source>코드를 단말기에 보여 주세요. 안 되면 카드로 결제할 수 있어요</source>
        <translation>请把码给终端看。不行的话可以刷卡</translation>
    </message>
    <message>
        <source>결제하기를 누르면 쓸 수 있어요</source>
        <translation>按付款后可以使用</translation>
    </message>
    <message>
        <source>한 번에 99개까지 담을 수 있어요</source>
        <translation>一次最多 99 件</translation>
    </message>
    <message>
        <source>더 필요하면 직원을 불러 주세요</source>
        <translation>需要更多请呼叫店员</translation>
    </message>
    <message>
        <source>지금은 저장하지 못했어요</source>
        <translation>暂时无法保存</translation>
    </message>
    <message>
        <source>결제하지 않았고 장바구니는 그대로예요. 직원을 불러 주세요</source>
        <translation>没有扣款，购物篮保持不变，请呼叫店员</translation>
    </message>
    <message>
        <source>장바구니를 지켜 두었어요</source>
        <translation>已保留购物篮</translation>
    </message>
    <message>
        <source>5분 안에 돌아오면 이어서 담을 수 있어요</source>
        <translation>5 分钟内回来可继续</translation>
    </message>
    <message>
        <source>%item은(는) 뺐어요</source>
        <translation>已去掉%item</translation>
    </message>
    <message>
        <source>성인 확인이 되지 않았어요. 다른 상품은 그대로예요</source>
        <translation>未能确认年龄，其他商品不变</translation>
    </message>
    <message>
        <source>성인 확인이 끝났어요</source>
        <translation>年龄确认完成</translation>
    </message>
    <message>
        <source>이어서 결제할 수 있어요</source>
        <translation>可以继续付款</translation>
    </message>
    <message>
        <source>지금은 그렇게 받을 수 없어요</source>
        <translation>现在不能这样领取</translation>
    </message>
    <message>
        <source>%item을(를) 받을 다른 방법을 골라 주세요</source>
        <translation>请为%item选择其他领取方式</translation>
    </message>
    <message>
        <source>%item을(를) 뺐어요</source>
        <translation>已去掉%item</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>店员已确认</translation>
    </message>
    <message>
        <source>%item을(를) 담았어요</source>
        <translation>%item已放入购物篮</translation>
    </message>
    <message>
        <source>직원이 건네지 못했어요. 다른 상품은 그대로예요</source>
        <translation>店员未能交付。其他商品不变</translation>
    </message>
    <message>
        <source>%item을(를) 다시 비춰 주세요</source>
        <translation>请再扫一次%item</translation>
    </message>
    <message>
        <source>직원이 먼저 살펴볼게요</source>
        <translation>店员会先检查一下</translation>
    </message>
    <message>
        <source>%item은(는) 직원이 확인하면 담을 수 있어요</source>
        <translation>店员确认后即可放入%item</translation>
    </message>
    <message>
        <source>품질유지기한이 지난 상품이에요</source>
        <translation>此商品已过品质保证期</translation>
    </message>
    <message>
        <source>지금은 안전을 확인할 수 없는 상품이에요</source>
        <translation>目前无法确认此商品的安全</translation>
    </message>
    <message>
        <source>방금 판매가 멈춘 상품이에요</source>
        <translation>此商品刚刚停止销售</translation>
    </message>
    <message>
        <source>%item은(는) 뺐어요. 직원에게 건네 주세요. 다른 상품은 그대로예요</source>
        <translation>已移除%item。请交给店员。其他商品不变</translation>
    </message>
    <message>
        <source>%item은(는) 더 담지 않았어요</source>
        <translation>没有再放入%item</translation>
    </message>
    <message>
        <source>직원이 있을 때만 파는 상품이에요</source>
        <translation>仅在有店员时销售</translation>
    </message>
    <message>
        <source>지금은 직원이 없어서 %item은(는) 담지 않았어요</source>
        <translation>现在没有店员，因此没有放入%item</translation>
    </message>
    <message>
        <source>지금은 살 수 없는 시간이에요</source>
        <translation>现在不是销售时间</translation>
    </message>
    <message>
        <source>%item은(는) %when부터 살 수 있어요</source>
        <translation>%item从%when起可以购买</translation>
    </message>
    <message>
        <source>한 번에 %count개까지 살 수 있어요</source>
        <translation>每次最多购买%count件</translation>
    </message>
    <message>
        <source>한 분이 %count개까지 살 수 있어요</source>
        <translation>每人最多购买%count件</translation>
    </message>
    <message>
        <source>%amount 더 담으면 할인돼요</source>
        <translation>再买%amount即可优惠</translation>
    </message>
    <message>
        <source>%item을(를) 담으면 할인돼요</source>
        <translation>放入%item即可优惠</translation>
    </message>
    <message numerus="yes">
        <source>‘%name’ 상품을 담으면 할인돼요</source>
        <translation><numerusform>放入“%name”的商品即可优惠</numerusform></translation>
    </message>
    <message>
        <source>해당하는 상품을 담으면 할인돼요</source>
        <translation>放入适用商品即可优惠</translation>
    </message>
    <message>
        <source>쿠폰 −%amount 쓸게요</source>
        <translation>使用优惠券 −%amount</translation>
    </message>
    <message>
        <source>결제하면 사용돼요</source>
        <translation>付款时才使用</translation>
    </message>
    <message>
        <source>아직 쿠폰을 쓸 상품이 없어요</source>
        <translation>还没有适用这张券的商品</translation>
    </message>
    <message>
        <source>회원만 쓸 수 있는 쿠폰이에요</source>
        <translation>此券仅限会员使用</translation>
    </message>
    <message>
        <source>회원 바코드를 비추면 할인돼요</source>
        <translation>扫描会员条码即可优惠</translation>
    </message>
    <message>
        <source>이미 담은 쿠폰이에요</source>
        <translation>此券已放入</translation>
    </message>
    <message>
        <source>같은 쿠폰은 한 번에 한 장만 쓸 수 있어요</source>
        <translation>同种券每次只能用一张</translation>
    </message>
    <message>
        <source>제휴 카드로 %amount 할인했어요</source>
        <translation>合作卡已优惠%amount</translation>
    </message>
    <message>
        <source>결제할 때 함께 적용돼요</source>
        <translation>付款时一并生效</translation>
    </message>
    <message>
        <source>제휴 카드를 확인했어요</source>
        <translation>已确认合作卡</translation>
    </message>
    <message>
        <source>쿠폰 없이 계속 담을 수 있어요</source>
        <translation>不用它也可继续购物</translation>
    </message>
    <message>
        <source>직원에게 보여 주세요</source>
        <translation>请出示给店员</translation>
    </message>
    <message>
        <source>이미 사용한 쿠폰이에요</source>
        <translation>此券已使用</translation>
    </message>
    <message>
        <source>기간이 지난 쿠폰이에요</source>
        <translation>此券已过期</translation>
    </message>
    <message>
        <source>지금은 쓸 수 없는 쿠폰이에요</source>
        <translation>此券现在不能使用</translation>
    </message>
    <message>
        <source>쓸 수 있는 날과 매장을 확인해 주세요</source>
        <translation>请确认可用日期和门店</translation>
    </message>
    <message>
        <source>이 매장에 없는 쿠폰이에요</source>
        <translation>本店没有此券</translation>
    </message>
    <message>
        <source>이 매장에서는 쓸 수 없는 쿠폰이에요</source>
        <translation>此券不能在本店使用</translation>
    </message>
    <message>
        <source>지금은 쿠폰을 확인할 수 없어요</source>
        <translation>现在无法确认优惠券</translation>
    </message>
    <message>
        <source>다음에 쓸 수 있어요</source>
        <translation>下次可以使用</translation>
    </message>
    <message>
        <source>포인트를 주는 쿠폰이에요</source>
        <translation>这是积分券</translation>
    </message>
    <message>
        <source>이 매장에서 쓸 수 없는 카드예요</source>
        <translation>此卡不能在本店使用</translation>
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
    <name>OrderKeptScreen</name>
    <message>
        <source>주문을 저장했어요</source>
        <translation>订单已保存</translation>
    </message>
    <message>
        <source>주문은 아직 결제하지 않았어요</source>
        <translation>订单尚未付款</translation>
    </message>
    <message>
        <source>한 번 더 인쇄</source>
        <translation>再打印一次</translation>
    </message>
    <message>
        <source>종이로 받기</source>
        <translation>打印纸质小票</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>再等1分钟</translation>
    </message>
    <message>
        <source>인터넷 연결이 잠시 끊겼어요</source>
        <translation>网络暂时中断</translation>
    </message>
    <message>
        <source>저장한 주문은 사라지지 않아요</source>
        <translation>已保存的订单不会丢失</translation>
    </message>
    <message>
        <source>확인했어요</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>다 챙겼어요</source>
        <translation>都拿好了</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요</source>
        <translation>%1 秒后返回首页</translation>
    </message>
</context>
<context>
    <name>OrdersCard</name>
    <message>
        <source>주문번호</source>
        <translation>订单号</translation>
    </message>
</context>
<context>
    <name>OtherTenders</name>
    <message>
        <source>같은 금액 %1</source>
        <translation>相同金额 %1</translation>
    </message>
    <message>
        <source>다음 카드로 결제해요</source>
        <translation>用下一张卡支付</translation>
    </message>
    <message>
        <source>나눠서 결제</source>
        <translation>分开支付</translation>
    </message>
    <message>
        <source>금액을 나눠 결제해요</source>
        <translation>将金额分开支付</translation>
    </message>
    <message>
        <source>QR · 바코드 결제</source>
        <translation>二维码 · 条码支付</translation>
    </message>
    <message>
        <source>간편결제 앱의 코드를 스캐너에 비춰 주세요</source>
        <translation>请把支付应用的码对准扫描器</translation>
    </message>
    <message>
        <source>상품권은 QR을 비춰 주세요</source>
        <translation>礼券请出示二维码</translation>
    </message>
    <message>
        <source>남은 금액은 카드로 결제해요</source>
        <translation>剩余金额用卡支付</translation>
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
    <name>ParkSheet</name>
    <message>
        <source>직원 계산대로 보낼까요?</source>
        <translation>转到人工收银台吗？</translation>
    </message>
    <message>
        <source>번호를 알려 드려요. 상품을 들고 가서 번호를 말하면 다시 스캔하지 않아도 돼요</source>
        <translation>会给您一个号码。带着商品说出号码，不用再扫描</translation>
    </message>
    <message>
        <source>번호 받기</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>계속 담을게요</source>
        <translation>继续购物</translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message>
        <source>장바구니를 보냈어요</source>
        <translation>清单已转出</translation>
    </message>
    <message>
        <source>장바구니 번호</source>
        <translation>清单号码</translation>
    </message>
    <message>
        <source>알겠어요</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>PartlyPaidScreen</name>
    <message>
        <source>남은 금액을 결제해 주세요</source>
        <translation>请支付剩余金额</translation>
    </message>
    <message>
        <source>남은 금액 %1</source>
        <translation>剩余金额 %1</translation>
    </message>
    <message>
        <source>지금은 카드를 쓸 수 없어요</source>
        <translation>暂时不能刷卡</translation>
    </message>
    <message>
        <source>그만하고 돌려받기</source>
        <translation>停止并退款</translation>
    </message>
</context>
<context>
    <name>PaySummary</name>
    <message>
        <source>결제할 금액</source>
        <translation>应付金额</translation>
    </message>
    <message>
        <source>남은 금액</source>
        <translation>剩余金额</translation>
    </message>
    <message>
        <source>골랐어요</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>고르기</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>낸 금액 · %1</source>
        <translation>已付 · %1</translation>
    </message>
    <message>
        <source>포인트로 결제</source>
        <translation>用积分支付</translation>
    </message>
    <message>
        <source>포인트 덜 쓰기</source>
        <translation>少用积分</translation>
    </message>
    <message>
        <source>%1 쓰기</source>
        <translation>使用%1</translation>
    </message>
    <message>
        <source>포인트 더 쓰기</source>
        <translation>多用积分</translation>
    </message>
    <message>
        <source>현금영수증</source>
        <translation>现金收据</translation>
    </message>
    <message>
        <source>바꾸기</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>배송·픽업 주문은 저장만 해요</source>
        <translation>配送和自提订单仅保存</translation>
    </message>
    <message>
        <source>아직 결제하지 않아요</source>
        <translation>暂不收款</translation>
    </message>
</context>
<context>
    <name>PayTile</name>
    <message>
        <source>카드 · 휴대폰 터치</source>
        <translation>刷卡 · 手机</translation>
    </message>
    <message>
        <source>단말기에 꽂거나 가까이 대 주세요</source>
        <translation>请在终端插卡或贴近</translation>
    </message>
    <message>
        <source>신용·체크카드</source>
        <translation>信用卡 · 借记卡</translation>
    </message>
    <message>
        <source>휴대폰 결제</source>
        <translation>手机支付</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>현금은 직원 계산대에서 결제할 수 있어요</source>
        <translation>现金请到人工收银台</translation>
    </message>
    <message>
        <source>현금은 %1, 직원 계산대에서 결제할 수 있어요</source>
        <translation>现金（%1）请到人工收银台</translation>
    </message>
    <message>
        <source>직원에게 보여 줄 번호 %1</source>
        <translation>给店员看的编号 %1</translation>
    </message>
    <message>
        <source>앞 결제를 확인하고 있어요</source>
        <translation>正在确认上一笔付款</translation>
    </message>
    <message>
        <source>카드 단말기와 연결이 끊겼어요</source>
        <translation>刷卡终端连接中断</translation>
    </message>
    <message>
        <source>결제했어요</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>영수증을 준비하고 있어요</source>
        <translation>正在准备小票</translation>
    </message>
    <message>
        <source>결제를 준비하고 있어요</source>
        <translation>正在准备付款</translation>
    </message>
    <message>
        <source>카드를 빼지 마세요</source>
        <translation>请勿取出卡片</translation>
    </message>
    <message>
        <source>카드를 꽂거나
가까이 대 주세요</source>
        <translation>请插卡
或贴近刷卡</translation>
    </message>
    <message>
        <source>휴대폰 결제도 여기에 대 주세요</source>
        <translation>手机支付也请贴近这里</translation>
    </message>
    <message>
        <source>카드를 읽고 있어요</source>
        <translation>正在读卡</translation>
    </message>
    <message>
        <source>카드를 읽지 못했어요</source>
        <translation>读不到卡</translation>
    </message>
    <message>
        <source>방향을 보고 다시 꽂거나 가까이 대 주세요</source>
        <translation>请看清方向，再插卡或靠近</translation>
    </message>
    <message>
        <source>결제 앱으로 QR을 찍거나 앱의 코드를 단말기에 보여 주세요</source>
        <translation>请用支付应用扫二维码，或把应用的码给终端看</translation>
    </message>
    <message>
        <source>카드사에 확인하고 있어요</source>
        <translation>正在向发卡行确认</translation>
    </message>
    <message>
        <source>단말기가 처리하고 있어요</source>
        <translation>终端正在处理</translation>
    </message>
    <message>
        <source>카드를 꺼내 주세요</source>
        <translation>请取出卡片</translation>
    </message>
    <message>
        <source>직원이 확인했어요</source>
        <translation>店员已确认</translation>
    </message>
    <message>
        <source>결제되지 않았어요. 나중에 승인된 것으로 나오면 그대로 돌려드려요</source>
        <translation>没有付款。如果之后显示已批准，会全额退回</translation>
    </message>
    <message>
        <source>카드사에서
승인하지 않았어요</source>
        <translation>发卡行
没有批准</translation>
    </message>
    <message>
        <source>카드 단말기가 다른 일을 하고 있어요</source>
        <translation>终端正在做别的事</translation>
    </message>
    <message>
        <source>카드 단말기를 확인할 수 없어서 쓰지 않아요</source>
        <translation>无法确认终端，所以不使用</translation>
    </message>
    <message>
        <source>카드 단말기의 종이가 떨어졌어요</source>
        <translation>终端缺纸</translation>
    </message>
    <message>
        <source>카드 단말기가 마감을 기다리고 있어요</source>
        <translation>终端需要日结</translation>
    </message>
    <message>
        <source>카드 단말기를 직원이 살펴봐야 해요</source>
        <translation>需要店员检查终端</translation>
    </message>
    <message numerus="yes">
        <source>%n개월 할부</source>
        <translation><numerusform>分%n期</numerusform></translation>
    </message>
    <message>
        <source>일시불</source>
        <translation>一次付清</translation>
    </message>
    <message numerus="yes">
        <source>%n개월</source>
        <translation><numerusform>%n期</numerusform></translation>
    </message>
    <message>
        <source>결제를 취소하고 있어요</source>
        <translation>正在取消付款</translation>
    </message>
    <message>
        <source>단말기의 답을 기다리고 있어요. 다시 결제하지 마세요</source>
        <translation>正在等待终端答复，请勿再次付款</translation>
    </message>
    <message>
        <source>돈은 빠져나가지 않았어요. 장바구니도 그대로예요</source>
        <translation>没有扣款，购物篮保持不变</translation>
    </message>
    <message>
        <source>여기서는 돈이 빠져나가지 않았어요. 먼저 낸 금액은 그대로예요</source>
        <translation>本次未扣款，之前已付的金额仍然有效</translation>
    </message>
    <message>
        <source>낸 금액을 모두 돌려드렸어요. 장바구니도 그대로예요</source>
        <translation>已付金额已全部退还，购物篮保持不变</translation>
    </message>
    <message>
        <source>결제됐는지 확인하고 있어요</source>
        <translation>正在确认付款结果</translation>
    </message>
    <message>
        <source>단말기에
비밀번호를 눌러 주세요</source>
        <translation>请在终端上
输入密码</translation>
    </message>
    <message>
        <source>단말기에서
QR로 결제해 주세요</source>
        <translation>请在终端上
用二维码付款</translation>
    </message>
    <message>
        <source>카드를 꺼내면 결과를 알려 드려요</source>
        <translation>取出卡后显示结果</translation>
    </message>
    <message>
        <source>다시 결제하지 말고 잠시 기다려 주세요</source>
        <translation>请稍候，不要再次付款</translation>
    </message>
    <message>
        <source>낸 금액을 돌려드리고 있어요</source>
        <translation>正在退还已付金额</translation>
    </message>
    <message>
        <source>끝나면 바로 알려 드려요. 잠시만 기다려 주세요</source>
        <translation>完成后会立即告知，请稍候</translation>
    </message>
    <message>
        <source>서명이 필요한 카드예요</source>
        <translation>这张卡需要签名</translation>
    </message>
    <message>
        <source>여기서는 서명을 받을 수 없어서 낸 금액을 돌려드렸어요. 장바구니는 그대로예요</source>
        <translation>这里不能签名，已退回付款。购物清单还在</translation>
    </message>
    <message>
        <source>결제를 마치지 못했어요</source>
        <translation>付款没有完成</translation>
    </message>
    <message>
        <source>결제를 시작하지 못했어요</source>
        <translation>付款无法开始</translation>
    </message>
    <message>
        <source>할인받을 카드가 아니에요</source>
        <translation>这不是可享优惠的卡</translation>
    </message>
    <message>
        <source>낸 금액은 돌려드렸어요. 다시 고르거나 할인 없이 결제할 수 있어요</source>
        <translation>已退还金额。可重新选择，或不享优惠支付</translation>
    </message>
    <message>
        <source>결제를 취소했어요</source>
        <translation>已取消付款</translation>
    </message>
    <message>
        <source>카드 단말기를 쓸 수 없어요</source>
        <translation>刷卡终端无法使用</translation>
    </message>
    <message>
        <source>직원이 결제를 확인해야 해요</source>
        <translation>需要店员确认付款</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>礼券</translation>
    </message>
    <message>
        <source>포인트</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>이 카드로 모두 내면 %1 → %2</source>
        <translation>用此卡全额支付 %1 → %2</translation>
    </message>
    <message>
        <source>이 페이로 모두 내면 %1 → %2</source>
        <translation>用此支付应用全额支付 %1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>%n번으로 나눠요</source>
        <translation><numerusform>分%n次支付</numerusform></translation>
    </message>
    <message>
        <source>쓸 수 있는 포인트 %1</source>
        <translation>可用积分 %1</translation>
    </message>
    <message>
        <source>%1부터 쓸 수 있어요</source>
        <translation>%1起可用</translation>
    </message>
    <message>
        <source>포인트를 확인하고 있어요</source>
        <translation>正在查询积分</translation>
    </message>
    <message>
        <source>포인트가 없는 회원이에요</source>
        <translation>该会员没有积分</translation>
    </message>
    <message>
        <source>지금은 포인트를 쓸 수 없어요</source>
        <translation>现在无法使用积分</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요</source>
        <translation>请稍等</translation>
    </message>
    <message>
        <source>취소하고 있어요</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>포인트도 장바구니도 그대로예요</source>
        <translation>积分和购物篮都没有变</translation>
    </message>
    <message>
        <source>포인트를 쓰지 못했어요</source>
        <translation>积分未能使用</translation>
    </message>
    <message>
        <source>포인트를 쓰지 않았어요</source>
        <translation>没有使用积分</translation>
    </message>
    <message>
        <source>상품권도 장바구니도 그대로예요</source>
        <translation>礼券和购物篮都没有变</translation>
    </message>
    <message>
        <source>상품권을 확인하고 있어요</source>
        <translation>正在确认礼券</translation>
    </message>
    <message>
        <source>이 상품권은 쓸 수 없어요</source>
        <translation>这张礼券不能使用</translation>
    </message>
    <message>
        <source>상품권을 쓰지 않았어요</source>
        <translation>没有使用礼券</translation>
    </message>
    <message>
        <source>지금은 상품권을 확인할 수 없어요</source>
        <translation>现在无法确认礼券</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>无条形码</translation>
    </message>
    <message>
        <source>모두 %1가지</source>
        <translation>共 %1 种</translation>
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
    <name>PriceSheet</name>
    <message>
        <source>얼마로 고칠까요?</source>
        <translation>改成多少钱？</translation>
    </message>
    <message>
        <source>이 가격으로 고치기</source>
        <translation>改为此价格</translation>
    </message>
    <message>
        <source>가격을 눌러 주세요</source>
        <translation>请输入价格</translation>
    </message>
</context>
<context>
    <name>Produce</name>
    <message numerus="yes">
        <source>봉투 %n개를 담았어요</source>
        <translation><numerusform>已加入 %n 个购物袋</numerusform></translation>
    </message>
    <message>
        <source>1kg %1</source>
        <translation>每kg %1</translation>
    </message>
</context>
<context>
    <name>ProduceScreen</name>
    <message>
        <source>바코드 없는 상품</source>
        <translation>无条形码</translation>
    </message>
    <message>
        <source>그림을 골라 주세요</source>
        <translation>请选择图片</translation>
    </message>
    <message>
        <source>찾지 못했어요</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>다른 첫소리나 번호를 눌러 보세요</source>
        <translation>请试试其他字母或编号</translation>
    </message>
    <message>
        <source>첫소리로 찾기</source>
        <translation>按首字母查找</translation>
    </message>
    <message>
        <source>번호로 찾기</source>
        <translation>按编号查找</translation>
    </message>
    <message>
        <source>이름을 몰라요</source>
        <translation>不知道名称</translation>
    </message>
</context>
<context>
    <name>Product</name>
    <message>
        <source>이 매장</source>
        <translation>本店</translation>
    </message>
    <message>
        <source>있어요</source>
        <translation>有货</translation>
    </message>
    <message>
        <source>배송</source>
        <translation>配送</translation>
    </message>
    <message numerus="yes">
        <source>%n개</source>
        <translation><numerusform>%n 件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n개 · %1</source>
        <translation><numerusform>%n件 · %1</numerusform></translation>
    </message>
    <message>
        <source>받을 방법을 골라 주세요</source>
        <translation>请选择取货方式</translation>
    </message>
    <message>
        <source>어디 있는지 보기</source>
        <translation>查看位置</translation>
    </message>
    <message>
        <source>%1 담기</source>
        <translation>加入 %1</translation>
    </message>
    <message>
        <source>회원가</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>회원가 %1</source>
        <translation>会员价 %1</translation>
    </message>
    <message>
        <source>판매자 %1</source>
        <translation>卖家 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n일 안에 취소할 수 있어요</source>
        <translation><numerusform>%n天内可取消</numerusform></translation>
    </message>
    <message>
        <source>주소를 넣으면 도착 시간을 알려 드려요</source>
        <translation>填写地址后可查看送达时间</translation>
    </message>
</context>
<context>
    <name>ProductFacts</name>
    <message>
        <source>크게 보기</source>
        <translation>放大查看</translation>
    </message>
</context>
<context>
    <name>ProductScreen</name>
    <message>
        <source>뒤로</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>장바구니, 상품 %1</source>
        <translation>购物篮,%1</translation>
    </message>
    <message>
        <source>받을 방법 고르기</source>
        <translation>选择取货方式</translation>
    </message>
</context>
<context>
    <name>ProductStock</name>
    <message>
        <source>재고</source>
        <translation>库存</translation>
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
    <name>ReceiptCard</name>
    <message>
        <source>영수증 QR 코드</source>
        <translation>小票二维码</translation>
    </message>
    <message>
        <source>곧 올라와요</source>
        <translation>马上就好</translation>
    </message>
    <message>
        <source>영수증을
휴대폰에 담아요</source>
        <translation>用手机
领取小票</translation>
    </message>
    <message>
        <source>QR을 열고 그 화면을 그대로 두세요. 연결되면 영수증이 나와요</source>
        <translation>扫码后保持页面打开，联网后显示小票</translation>
    </message>
    <message>
        <source>카메라로 QR을 비추면 영수증이 열려요. 교환·환불에도 쓸 수 있어요</source>
        <translation>用相机扫二维码即可打开，退换货也可使用</translation>
    </message>
    <message>
        <source>인쇄하고 있어요</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>한 번 더 인쇄</source>
        <translation>再打印一次</translation>
    </message>
    <message>
        <source>종이로 받기</source>
        <translation>打印纸质小票</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>无</translation>
    </message>
    <message>
        <source>승인번호</source>
        <translation>授权码</translation>
    </message>
    <message>
        <source>영수증 번호</source>
        <translation>小票号</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>우리가 요청한 것</source>
        <translation>我们的请求</translation>
    </message>
    <message>
        <source>단말기가 말한 것</source>
        <translation>终端的回答</translation>
    </message>
    <message>
        <source>맡을게요</source>
        <translation>我来处理</translation>
    </message>
</context>
<context>
    <name>ResumeCard</name>
    <message>
        <source>제 장바구니예요</source>
        <translation>是我的</translation>
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
    <name>SearchChips</name>
    <message>
        <source>%1 찾기</source>
        <translation>查找%1</translation>
    </message>
    <message>
        <source>이 매장에 있음</source>
        <translation>本店有货</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>名称、首字母、条形码</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>搜索内容</translation>
    </message>
    <message>
        <source>자판 올리기</source>
        <translation>显示键盘</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>찾고 있어요</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>비슷한 상품이에요</source>
        <translation>相似的商品</translation>
    </message>
    <message>
        <source>지금은 찾을 수 없어요</source>
        <translation>现在无法查找</translation>
    </message>
    <message>
        <source>검색을 한 번 더 눌러 주세요</source>
        <translation>请再按一次搜索</translation>
    </message>
    <message>
        <source>띄어쓰기나 맞춤법을 확인해 주세요</source>
        <translation>请检查拼写或空格</translation>
    </message>
    <message>
        <source>직원에게 물어보기</source>
        <translation>询问店员</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>뒤로</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>상품 이름</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>상품 이름, 초성, 바코드</source>
        <translation>名称、首字母、条形码</translation>
    </message>
    <message>
        <source>장바구니, 상품 %1개</source>
        <translation>购物篮,%1件商品</translation>
    </message>
    <message>
        <source>이런 상품을 찾나요?</source>
        <translation>在找这些吗?</translation>
    </message>
    <message>
        <source>상품 바코드를 스캔해도 바로 찾아요</source>
        <translation>也可以扫描条形码查找</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>셀프 계산대 %1</source>
        <translation>自助收银台 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1에 담던 장바구니가 있어요 · 상품 %n개</source>
        <translation><numerusform>有一个%1开始的购物篮 · %n 件商品</numerusform></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>닫기</source>
        <translation>关闭</translation>
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
    <name>ShopMap</name>
    <message>
        <source>지금 여기</source>
        <translation>当前位置</translation>
    </message>
</context>
<context>
    <name>ShopperPage</name>
    <message>
        <source>뒤로</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>시간 길게</source>
        <translation>延长时间</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>화면 설정</source>
        <translation>显示设置</translation>
    </message>
    <message>
        <source>직원 호출함</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>呼叫店员</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>직원 확인</source>
        <translation>店员确认</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SplitSheet</name>
    <message>
        <source>몇 번으로 나눌까요?</source>
        <translation>分几次支付？</translation>
    </message>
    <message>
        <source>한 번에 한 카드씩 결제해요. 나누어떨어지지 않으면 마지막에 맞춰요</source>
        <translation>每次用一张卡支付，除不尽的部分算在最后一次</translation>
    </message>
    <message>
        <source>한 번에 %1</source>
        <translation>每次 %1</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>직원</source>
        <translation>店员</translation>
    </message>
    <message>
        <source>책임자</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>기사</source>
        <translation>技术员</translation>
    </message>
    <message>
        <source>%1 권한이 필요해요</source>
        <translation>需要%1权限</translation>
    </message>
    <message>
        <source>%1년 %2월 %3일까지 태어난 분</source>
        <translation>%1年%2月%3日及以前出生</translation>
    </message>
    <message>
        <source>가격 고치기</source>
        <translation>修改价格</translation>
    </message>
    <message numerus="yes">
        <source>%n세 이상</source>
        <translation><numerusform>满%n岁</numerusform></translation>
    </message>
    <message>
        <source>%1 맡음</source>
        <translation>%1处理中</translation>
    </message>
    <message>
        <source>직원 확인</source>
        <translation>店员确认</translation>
    </message>
    <message>
        <source>성인 확인</source>
        <translation>年龄确认</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>付款确认</translation>
    </message>
    <message>
        <source>도움 요청</source>
        <translation>请求帮助</translation>
    </message>
    <message>
        <source>처음 보는 상품</source>
        <translation>未知商品</translation>
    </message>
    <message>
        <source>저울</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>가격 확인</source>
        <translation>价格确认</translation>
    </message>
    <message>
        <source>가격표 바꾸기</source>
        <translation>更换价签</translation>
    </message>
    <message>
        <source>판매 중지</source>
        <translation>停售</translation>
    </message>
    <message>
        <source>포장 확인</source>
        <translation>检查包装</translation>
    </message>
    <message>
        <source>회수 목록</source>
        <translation>召回名单</translation>
    </message>
    <message>
        <source>소비기한 확인</source>
        <translation>保质期确认</translation>
    </message>
    <message>
        <source>품질유지기한 확인</source>
        <translation>赏味期确认</translation>
    </message>
    <message>
        <source>포인트 · 쿠폰</source>
        <translation>积分 · 优惠券</translation>
    </message>
    <message>
        <source>신분증 확인함</source>
        <translation>已查证件</translation>
    </message>
    <message>
        <source>판매 안 함</source>
        <translation>不出售</translation>
    </message>
    <message>
        <source>팔아도 돼요</source>
        <translation>可以销售</translation>
    </message>
    <message>
        <source>포인트·쿠폰 회사가 처리하지 않았어요</source>
        <translation>积分或优惠券公司未处理</translation>
    </message>
    <message>
        <source>판매와 결제는 그대로예요. 본사가 기록을 보고 정리해요</source>
        <translation>销售和付款不变。总部会根据记录处理</translation>
    </message>
    <message>
        <source>종류</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>포인트</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>상품권</source>
        <translation>礼券</translation>
    </message>
    <message>
        <source>쿠폰</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>결제됐어요</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>결제 안 됐어요</source>
        <translation>没有付款</translation>
    </message>
    <message>
        <source>해결했어요</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>%1이 결제됐는지 알 수 없어요</source>
        <translation>不知道%1是否已付款</translation>
    </message>
    <message>
        <source>손님이 직원을 불렀어요</source>
        <translation>顾客呼叫了店员</translation>
    </message>
    <message>
        <source>목록에 없는 바코드예요</source>
        <translation>列表中没有这个条形码</translation>
    </message>
    <message>
        <source>저울을 확인해 주세요</source>
        <translation>请检查秤</translation>
    </message>
    <message>
        <source>가격을 확인해 주세요</source>
        <translation>请检查价格</translation>
    </message>
    <message>
        <source>회수 목록이 오래됐어요</source>
        <translation>召回名单已过时</translation>
    </message>
    <message>
        <source>회수</source>
        <translation>召回</translation>
    </message>
    <message>
        <source>판매기한 확인</source>
        <translation>检查销售期限</translation>
    </message>
    <message>
        <source>회수 대상이에요. 팔 수 없어요. 진열대에서 빼 주세요</source>
        <translation>属于召回商品，不可销售。请从货架撤下</translation>
    </message>
    <message>
        <source>판매 중지예요. 팔 수 없어요. 진열대에서 빼 주세요</source>
        <translation>已停止销售，不可销售。请从货架撤下</translation>
    </message>
    <message>
        <source>팔 수 없어요. 진열대도 봐 주세요</source>
        <translation>不能出售，也请检查货架</translation>
    </message>
    <message>
        <source>판매기한이 지났어요. 팔 수 없어요. 진열대도 봐 주세요</source>
        <translation>已过销售期限，不可销售。请一并检查货架</translation>
    </message>
    <message>
        <source>회수 목록은 최신이에요</source>
        <translation>召回名单是最新的</translation>
    </message>
    <message>
        <source>회수 목록은 %1 것이에요</source>
        <translation>召回名单为%1的版本</translation>
    </message>
    <message>
        <source>카탈로그의 규칙 %1개는 틀려서 쓰지 않아요: %2</source>
        <translation>目录中有%1条规则有误，未使用：%2</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이에요. 포장에 찍힌 로트를 회수 공지와 비교해 주세요</source>
        <translation>部分批次正在召回。请将包装上的批号与召回公告核对</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이에요. 팔 수 있지만 진열대의 로트를 봐 주세요</source>
        <translation>部分批次正在召回。可以销售，但请检查货架上的批次</translation>
    </message>
    <message>
        <source>일부 로트가 회수 중이고 이 포장의 로트는 알 수 없어요. 팔 수 없어요</source>
        <translation>部分批次正在召回，此包装批次不明，不可销售</translation>
    </message>
    <message>
        <source>품질유지기한이 지났어요. 상태를 보고 정해 주세요</source>
        <translation>已过品质保证期。请查看状态后决定</translation>
    </message>
    <message>
        <source>팔 수 있어요. 진열대를 봐 주세요</source>
        <translation>可以出售，请检查货架</translation>
    </message>
    <message>
        <source>품질유지기한이 지나 이 매장에서는 팔지 않아요. 진열대에서 빼 주세요</source>
        <translation>已过品质保证期，本店不销售。请从货架撤下</translation>
    </message>
    <message>
        <source>팔 수 있어요. 인터넷 연결을 봐 주세요</source>
        <translation>可以销售。请检查网络连接</translation>
    </message>
    <message>
        <source>회수 공지를 직접 확인하고 정해 주세요</source>
        <translation>请自行核对召回公告后决定</translation>
    </message>
    <message>
        <source>목록이 새로 올 때까지 팔 수 없는 상품이 있어요. 인터넷 연결을 봐 주세요</source>
        <translation>在收到新名单之前，有些商品不可销售。请检查网络连接</translation>
    </message>
    <message>
        <source>진열대의 가격표를 바꿔 주세요</source>
        <translation>请更换货架上的价签</translation>
    </message>
    <message>
        <source>단말기와 카드 앱의 기록을 함께 봐 주세요</source>
        <translation>请对照终端和银行卡应用的记录</translation>
    </message>
    <message>
        <source>확인하고 닫기</source>
        <translation>查看并关闭</translation>
    </message>
    <message>
        <source>요청 번호</source>
        <translation>请求编号</translation>
    </message>
    <message>
        <source>이 계산대의 기록</source>
        <translation>本收银台的记录</translation>
    </message>
    <message>
        <source>단말기의 대답</source>
        <translation>终端的应答</translation>
    </message>
    <message>
        <source>물어본 횟수</source>
        <translation>查询次数</translation>
    </message>
    <message>
        <source>누가 결정했는지 함께 기록돼요</source>
        <translation>会记录由谁决定</translation>
    </message>
    <message>
        <source>%1 승인이 이 판매와 맞지 않아요</source>
        <translation>%1的批准与这笔销售不符</translation>
    </message>
    <message>
        <source>돌려주거나, 본사가 처리하도록 남겨 주세요</source>
        <translation>请退回，或留给总部处理</translation>
    </message>
    <message>
        <source>%1을 돌려주는 중이에요</source>
        <translation>正在退回%1</translation>
    </message>
    <message>
        <source>끝날 때까지 이 계산대가 계속 물어봐요</source>
        <translation>这台机器会一直询问到结束</translation>
    </message>
    <message>
        <source>끝난 결제 %1에 다른 대답이 왔어요</source>
        <translation>已结束的付款%1收到了不同的回答</translation>
    </message>
    <message>
        <source>여기서 눌러도 돈은 움직이지 않아요. 본사가 볼 수 있게 남아요</source>
        <translation>在这里按不会动用资金。会留给总部查看</translation>
    </message>
    <message>
        <source>본사에 남기기</source>
        <translation>留给总部</translation>
    </message>
    <message>
        <source>돌려주기</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>손님은 가도 돼요</source>
        <translation>顾客可以离开</translation>
    </message>
    <message>
        <source>결제 수단</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>요청한 금액</source>
        <translation>请求金额</translation>
    </message>
    <message>
        <source>요청한 때</source>
        <translation>请求时间</translation>
    </message>
    <message>
        <source>취소 요청 번호</source>
        <translation>撤销请求号</translation>
    </message>
    <message>
        <source>취소를 요청한 때</source>
        <translation>请求撤销的时间</translation>
    </message>
    <message>
        <source>승인된 금액</source>
        <translation>批准金额</translation>
    </message>
    <message>
        <source>승인번호</source>
        <translation>授权码</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>단말기 번호</source>
        <translation>终端号</translation>
    </message>
    <message>
        <source>까닭</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>나중에 온 대답</source>
        <translation>后来的回答</translation>
    </message>
    <message>
        <source>나중에 말한 금액</source>
        <translation>后来说的金额</translation>
    </message>
    <message>
        <source>나중에 말한 승인번호</source>
        <translation>后来说的批准号</translation>
    </message>
    <message>
        <source>나중에 대답한 때</source>
        <translation>后来回答的时间</translation>
    </message>
    <message>
        <source>보내기 전 단말기 번호</source>
        <translation>发送前的终端号</translation>
    </message>
    <message>
        <source>마지막 전표 번호</source>
        <translation>最后的凭证号</translation>
    </message>
    <message>
        <source>보내기 전 전표 번호</source>
        <translation>发送前的凭证号</translation>
    </message>
    <message>
        <source>마지막 거래 번호</source>
        <translation>最后的流水号</translation>
    </message>
    <message>
        <source>보내기 전 거래 번호</source>
        <translation>发送前的流水号</translation>
    </message>
    <message>
        <source>원래 거래 번호</source>
        <translation>原流水号</translation>
    </message>
    <message>
        <source>마지막 거래 때</source>
        <translation>最后交易时间</translation>
    </message>
    <message>
        <source>마지막 거래 금액</source>
        <translation>最后交易金额</translation>
    </message>
    <message>
        <source>결과 코드</source>
        <translation>结果码</translation>
    </message>
    <message>
        <source>요청을 보낸 단말기</source>
        <translation>请求发往的终端</translation>
    </message>
    <message>
        <source>단말기의 저장소</source>
        <translation>终端的存储</translation>
    </message>
    <message>
        <source>단말기가 요청을 받음</source>
        <translation>终端收到请求</translation>
    </message>
    <message>
        <source>끝난 모양</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>결제 앱의 기록에 있음</source>
        <translation>支付应用有记录</translation>
    </message>
    <message>
        <source>결제 키</source>
        <translation>付款键</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>승인됨</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>일부 승인됨</source>
        <translation>部分批准</translation>
    </message>
    <message>
        <source>거절됨</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>취소됨</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>결제 안 됨</source>
        <translation>未扣款</translation>
    </message>
    <message>
        <source>돌려주는 중</source>
        <translation>正在退回</translation>
    </message>
    <message>
        <source>돌려줌</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>직원 확인 필요</source>
        <translation>需要店员确认</translation>
    </message>
    <message>
        <source>연결되지 않음</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>알 수 없음</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>아직 처리하는 중</source>
        <translation>仍在处理</translation>
    </message>
    <message>
        <source>그런 요청을 모름</source>
        <translation>不知道该请求</translation>
    </message>
    <message>
        <source>증명할 수 없음</source>
        <translation>无法证明</translation>
    </message>
    <message>
        <source>승인함</source>
        <translation>批准了</translation>
    </message>
    <message>
        <source>일부만 승인함</source>
        <translation>只批准了一部分</translation>
    </message>
    <message>
        <source>거절함</source>
        <translation>拒绝了</translation>
    </message>
    <message>
        <source>취소함</source>
        <translation>取消了</translation>
    </message>
    <message>
        <source>금액이나 통화가 다름</source>
        <translation>金额或货币不同</translation>
    </message>
    <message>
        <source>다른 일을 하는 중</source>
        <translation>正忙</translation>
    </message>
    <message>
        <source>시작하지 못함</source>
        <translation>未能开始</translation>
    </message>
    <message>
        <source>보내지 못함</source>
        <translation>未能发送</translation>
    </message>
    <message>
        <source>예</source>
        <translation>是</translation>
    </message>
    <message>
        <source>아니요</source>
        <translation>否</translation>
    </message>
    <message>
        <source>그대로</source>
        <translation>没变</translation>
    </message>
    <message>
        <source>바뀌었거나 비워짐</source>
        <translation>已更换或清空</translation>
    </message>
    <message>
        <source>상품 번호</source>
        <translation>商品编号</translation>
    </message>
    <message>
        <source>스캐너</source>
        <translation>扫描器</translation>
    </message>
    <message>
        <source>문제</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>기한</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>품질유지기한</source>
        <translation>最佳食用期</translation>
    </message>
    <message>
        <source>로트 번호</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>일련번호</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>제조일</source>
        <translation>生产日期</translation>
    </message>
    <message>
        <source>근거</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>규칙 번호</source>
        <translation>规则编号</translation>
    </message>
    <message>
        <source>진열 위치</source>
        <translation>货架位置</translation>
    </message>
    <message>
        <source>마지막으로 확인한 때</source>
        <translation>最后确认时间</translation>
    </message>
    <message>
        <source>신분증</source>
        <translation>身份证件</translation>
    </message>
    <message>
        <source>전달</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>모바일 신분증</source>
        <translation>手机身份证件</translation>
    </message>
    <message>
        <source>진열대 가격</source>
        <translation>货架价格</translation>
    </message>
    <message>
        <source>계산대 가격</source>
        <translation>收银价格</translation>
    </message>
    <message>
        <source>대답 없음</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>직원이 직접 건네기</source>
        <translation>由店员当面交付</translation>
    </message>
    <message>
        <source>나이와 상관없이 확인</source>
        <translation>不论年龄均需核对</translation>
    </message>
    <message>
        <source>계산대에 보여 줌</source>
        <translation>已在收银台出示</translation>
    </message>
    <message>
        <source>결과를 모름</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>확인하는 중이에요</source>
        <translation>正在确认</translation>
    </message>
    <message>
        <source>PIN을 눌러 주세요</source>
        <translation>请输入PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n초 뒤에 다시 누를 수 있어요</source>
        <translation><numerusform>%n秒后可以再试</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>PIN이 달라요. %n번 더 누를 수 있어요</source>
        <translation><numerusform>PIN不对,还可以试%n次</numerusform></translation>
    </message>
    <message>
        <source>저장하지 못했어요. 아직 바뀐 것이 없어요</source>
        <translation>没有保存,目前没有任何变化</translation>
    </message>
    <message>
        <source>지금 가격보다 낮게 적어 주세요</source>
        <translation>请输入低于现价的价格</translation>
    </message>
    <message>
        <source>그만큼은 아무도 내릴 수 없어요</source>
        <translation>无人有权降到这么低</translation>
    </message>
    <message>
        <source>그 번호로 기다리는 장바구니가 없어요</source>
        <translation>没有该号码的清单</translation>
    </message>
    <message>
        <source>다른 계산대에서 이미 꺼냈어요</source>
        <translation>已在其他收银台调出</translation>
    </message>
    <message>
        <source>지금은 %1이에요</source>
        <translation>现在是%1</translation>
    </message>
    <message>
        <source>진열대 가격이에요</source>
        <translation>货架价格</translation>
    </message>
    <message>
        <source>포장이 상했어요</source>
        <translation>包装破损</translation>
    </message>
    <message>
        <source>그 밖의 까닭</source>
        <translation>其他原因</translation>
    </message>
</context>
<context>
    <name>StartingScreen</name>
    <message>
        <source>상품 정보를 읽고 있어요</source>
        <translation>正在读取商品信息</translation>
    </message>
    <message>
        <source>기기를 확인하고 있어요</source>
        <translation>正在检查设备</translation>
    </message>
    <message>
        <source>지난 결제를 확인하고 있어요</source>
        <translation>正在确认上次付款</translation>
    </message>
    <message>
        <source>곧 시작해요</source>
        <translation>即将开始</translation>
    </message>
    <message>
        <source>상품 정보</source>
        <translation>商品信息</translation>
    </message>
    <message>
        <source>기기</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>결제 확인</source>
        <translation>付款确认</translation>
    </message>
    <message>
        <source>%1초째 기다리고 있어요. 직원을 불러 주세요</source>
        <translation>已等待 %1 秒，请呼叫店员</translation>
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
        <translation>第%1步，共%2步：%3</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>결제를 계속할까요?</source>
        <translation>要继续付款吗？</translation>
    </message>
    <message>
        <source>계속 쇼핑할까요?</source>
        <translation>要继续购物吗？</translation>
    </message>
    <message>
        <source>%1초 뒤 결제를 취소해요
장바구니는 그대로예요</source>
        <translation>%1 秒后取消付款
购物篮保持不变</translation>
    </message>
    <message>
        <source>%1초 뒤 결제를 그만두고
낸 금액을 돌려드려요</source>
        <translation>%1秒后停止支付
并退还已付金额</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요
장바구니는 5분 동안 지켜 드려요</source>
        <translation>%1 秒后返回首页
购物篮保留 5 分钟</translation>
    </message>
    <message>
        <source>결제 취소</source>
        <translation>取消付款</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>그만하고 돌려받기</source>
        <translation>停止并退款</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>방금 확인</source>
        <translation>刚刚确认</translation>
    </message>
    <message numerus="yes">
        <source>%n분 전 확인</source>
        <translation><numerusform>%n分钟前确认</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n시간 전 확인</source>
        <translation><numerusform>%n小时前确认</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>걸어서 %n분</source>
        <translation><numerusform>步行%n分钟</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>약 %n개</source>
        <translation><numerusform>约%n件</numerusform></translation>
    </message>
    <message>
        <source>품절</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>재고를 확인하지 못했어요</source>
        <translation>未能确认库存</translation>
    </message>
    <message numerus="yes">
        <source>이 매장 약 %n개</source>
        <translation><numerusform>本店约%n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 약 %n개</source>
        <translation><numerusform>%1约%n件</numerusform></translation>
    </message>
    <message>
        <source>배송만 돼요</source>
        <translation>仅配送</translation>
    </message>
</context>
<context>
    <name>TakeUpSheet</name>
    <message>
        <source>장바구니 꺼내기</source>
        <translation>调出清单</translation>
    </message>
    <message>
        <source>손님이 말한 번호를 눌러 주세요</source>
        <translation>请输入顾客说的号码</translation>
    </message>
    <message>
        <source>여기서 이어서 결제</source>
        <translation>在这里继续付款</translation>
    </message>
    <message>
        <source>번호를 눌러 주세요</source>
        <translation>请输入编号</translation>
    </message>
</context>
<context>
    <name>TechnicianTabs</name>
    <message>
        <source>기기</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>카메라</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>단말기</source>
        <translation>终端</translation>
    </message>
</context>
<context>
    <name>TenderScreen</name>
    <message>
        <source>어떻게 결제할까요?</source>
        <translation>要怎么付款？</translation>
    </message>
    <message>
        <source>결제할 금액 %1</source>
        <translation>应付 %1</translation>
    </message>
    <message>
        <source>지금은 카드를 쓸 수 없어요</source>
        <translation>暂时不能刷卡</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>할부 %1개월</source>
        <translation>分%1期</translation>
    </message>
    <message>
        <source>할부</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>연결하도록 설정된 단말기가 없어요</source>
        <translation>没有设置终端</translation>
    </message>
    <message>
        <source>kiosk.toml에 단말기를 적어 주세요</source>
        <translation>请在kiosk.toml中添加终端</translation>
    </message>
    <message>
        <source>단말기에 묻고 있어요</source>
        <translation>正在询问终端</translation>
    </message>
    <message>
        <source>결제를 받을 수 있어요</source>
        <translation>可以收款</translation>
    </message>
    <message>
        <source>대답이 느려요</source>
        <translation>回答很慢</translation>
    </message>
    <message>
        <source>결제는 되지만 오래 걸려요. 선과 공유기를 확인해 주세요</source>
        <translation>可以付款但很慢。请检查网线和路由器</translation>
    </message>
    <message>
        <source>대답이 없어요</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>전원, 선, 주소를 확인하고 다시 연결해 주세요</source>
        <translation>请检查电源、网线和地址后重新连接</translation>
    </message>
    <message>
        <source>이 단말기를 믿을 수 없어요</source>
        <translation>无法信任此终端</translation>
    </message>
    <message>
        <source>인증서나 열쇠가 끝났거나 달라요. 새로 넣을 때까지 결제하지 않아요</source>
        <translation>证书或密钥过期或不符。更新前不收款</translation>
    </message>
    <message>
        <source>단말기의 프로그램이 오래됐어요</source>
        <translation>终端软件太旧</translation>
    </message>
    <message>
        <source>단말기의 프로그램을 올린 뒤 다시 연결해 주세요</source>
        <translation>请更新后重新连接</translation>
    </message>
    <message>
        <source>단말기가 다른 일을 하고 있어요</source>
        <translation>终端正忙</translation>
    </message>
    <message>
        <source>끝나면 저절로 다시 쓸 수 있어요</source>
        <translation>结束后会自动恢复</translation>
    </message>
    <message>
        <source>단말기의 종이가 떨어졌어요</source>
        <translation>终端缺纸</translation>
    </message>
    <message>
        <source>종이를 갈아 주세요</source>
        <translation>请更换纸卷</translation>
    </message>
    <message>
        <source>단말기가 마감을 기다려요</source>
        <translation>终端需要日结</translation>
    </message>
    <message>
        <source>마감하기 전에는 결제를 받지 않아요</source>
        <translation>日结前不收款</translation>
    </message>
    <message>
        <source>단말기를 살펴봐 주세요</source>
        <translation>请查看终端</translation>
    </message>
    <message>
        <source>단말기의 화면에 까닭이 나와 있어요</source>
        <translation>终端屏幕上有原因</translation>
    </message>
    <message>
        <source>번호로 결과 조회</source>
        <translation>按编号查询</translation>
    </message>
    <message>
        <source>번호로 취소</source>
        <translation>按编号撤销</translation>
    </message>
    <message>
        <source>카드 없이 취소</source>
        <translation>无卡撤销</translation>
    </message>
    <message>
        <source>부분 취소</source>
        <translation>部分撤销</translation>
    </message>
    <message>
        <source>부분 승인</source>
        <translation>部分批准</translation>
    </message>
    <message>
        <source>시작한 뒤 멈추기</source>
        <translation>开始后停止</translation>
    </message>
    <message>
        <source>승인 금액을 알려 줌</source>
        <translation>回报批准金额</translation>
    </message>
    <message>
        <source>스캐너로 읽은 결제 코드</source>
        <translation>扫描器读取的付款码</translation>
    </message>
    <message>
        <source>전표 내용을 알려 줌</source>
        <translation>提供凭证内容</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>망취소</source>
        <translation>网络撤销</translation>
    </message>
    <message>
        <source>마감</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>글 보여 주기</source>
        <translation>显示文字</translation>
    </message>
    <message>
        <source>질문하기</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>회원 카드 알아보기</source>
        <translation>识别会员卡</translation>
    </message>
    <message>
        <source>나이 확인</source>
        <translation>年龄确认</translation>
    </message>
    <message>
        <source>인쇄</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>현금영수증</source>
        <translation>现金收据</translation>
    </message>
    <message>
        <source>코드 읽기</source>
        <translation>读码</translation>
    </message>
    <message>
        <source>결제 뒤 확정</source>
        <translation>付款后确认</translation>
    </message>
    <message>
        <source>프로그램</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>펌웨어</source>
        <translation>固件</translation>
    </message>
    <message>
        <source>단말기 번호</source>
        <translation>终端号</translation>
    </message>
    <message>
        <source>일련번호</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>플러그인</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>SDK 버전</source>
        <translation>SDK版本</translation>
    </message>
    <message>
        <source>가맹점</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>준비함</source>
        <translation>已准备</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>결과 모름</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>승인</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>일부 승인</source>
        <translation>部分批准</translation>
    </message>
    <message>
        <source>거절</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>결제 안 됨</source>
        <translation>未扣款</translation>
    </message>
    <message>
        <source>돌려주는 중</source>
        <translation>正在退回</translation>
    </message>
    <message>
        <source>돌려줌</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>需确认</translation>
    </message>
</context>
<context>
    <name>TerminalCheckScreen</name>
    <message>
        <source>결제 단말기</source>
        <translation>支付终端</translation>
    </message>
    <message>
        <source>기기 점검으로</source>
        <translation>返回设备检查</translation>
    </message>
    <message>
        <source>결제를 확인하는 중</source>
        <translation>正在确认付款</translation>
    </message>
    <message>
        <source>%1 시험</source>
        <translation>试付%1</translation>
    </message>
    <message>
        <source>다시 연결하고 묻기</source>
        <translation>重新连接并询问</translation>
    </message>
    <message>
        <source>왕복 시간</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>물어본 때</source>
        <translation>询问时间</translation>
    </message>
    <message>
        <source>이 방식은 실제 단말기로 시험하지 않았어요. 팔기 전에 단말기로 확인해 주세요</source>
        <translation>此方式未在真机上试过。营业前请用终端确认</translation>
    </message>
    <message>
        <source>최근 결과</source>
        <translation>最近结果</translation>
    </message>
    <message>
        <source>아직 결제한 적이 없어요</source>
        <translation>还没有付款</translation>
    </message>
    <message>
        <source>할 수 있는 것</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>%1 안 됨</source>
        <translation>不支持：%1</translation>
    </message>
</context>
<context>
    <name>TerminalScreen</name>
    <message>
        <source>카드 읽기</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>승인 요청</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>완료</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1초 동안 기다려요</source>
        <translation>等待 %1 秒</translation>
    </message>
    <message>
        <source>천천히 하셔도 괜찮아요</source>
        <translation>不着急，慢慢来</translation>
    </message>
    <message>
        <source>1분 더</source>
        <translation>再等1分钟</translation>
    </message>
    <message>
        <source>단말기 안내</source>
        <translation>终端提示</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요</source>
        <translation>请稍等</translation>
    </message>
    <message>
        <source>끝날 때까지 이 화면이 기다려요</source>
        <translation>完成前会一直停留在此页面</translation>
    </message>
    <message>
        <source>다른 방법으로</source>
        <translation>换种方式</translation>
    </message>
    <message>
        <source>결제 취소</source>
        <translation>取消付款</translation>
    </message>
</context>
<context>
    <name>TimeoutSheet</name>
    <message>
        <source>계속 쇼핑할까요?</source>
        <translation>要继续购物吗？</translation>
    </message>
    <message>
        <source>%1초 뒤 처음 화면으로 돌아가요
장바구니는 5분 동안 지켜 드려요</source>
        <translation>%1 秒后返回首页
购物篮保留 5 分钟</translation>
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
    <name>TryTerminalSheet</name>
    <message>
        <source>%1을 결제하고 바로 돌려줄까요?</source>
        <translation>扣款%1并立即退回吗？</translation>
    </message>
    <message>
        <source>실제 카드로 승인한 뒤 취소해요. 단말기를 보고 카드를 대 주세요. 판매로 남지 않고, 기록에 이름이 남아요</source>
        <translation>用真实银行卡批准后撤销。请按终端提示刷卡。不计入销售，记录中会留下姓名</translation>
    </message>
    <message>
        <source>결과는 최근 결과의 맨 위에 나와요. 답이 오지 않으면 이 계산대가 물어봐서 돌려줘요</source>
        <translation>结果显示在最近结果的最上面。没有回答时，这台机器会查询并退回</translation>
    </message>
    <message>
        <source>시험 결제 시작</source>
        <translation>开始试付</translation>
    </message>
    <message>
        <source>안 할게요</source>
        <translation>不用了</translation>
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
    <name>Weigh</name>
    <message>
        <source>1kg %1</source>
        <translation>每kg %1</translation>
    </message>
    <message>
        <source>저울에 올려 주세요</source>
        <translation>请放到电子秤上</translation>
    </message>
    <message>
        <source>봉투째 올려도 괜찮아요</source>
        <translation>连袋子一起放也可以</translation>
    </message>
    <message>
        <source>무게를 재고 있어요</source>
        <translation>正在称重</translation>
    </message>
    <message>
        <source>흔들리지 않게 잠시 두세요</source>
        <translation>请保持不动片刻</translation>
    </message>
    <message>
        <source>무게를 쟀어요</source>
        <translation>称重完成</translation>
    </message>
    <message>
        <source>맞으면 담아 주세요</source>
        <translation>确认无误请加入</translation>
    </message>
    <message>
        <source>너무 무거워요</source>
        <translation>太重了</translation>
    </message>
    <message>
        <source>나눠서 올려 주세요</source>
        <translation>请分开称重</translation>
    </message>
    <message>
        <source>저울을 비워 주세요</source>
        <translation>请清空电子秤</translation>
    </message>
    <message>
        <source>모두 내렸다가 다시 올려 주세요</source>
        <translation>请全部取下后重新放上</translation>
    </message>
    <message>
        <source>앞 상품을 내려 주세요</source>
        <translation>请取下前一件商品</translation>
    </message>
    <message>
        <source>저울을 비운 뒤 이 상품을 올려 주세요</source>
        <translation>请清空秤后再放上此商品</translation>
    </message>
    <message>
        <source>저울을 쓸 수 없어요</source>
        <translation>电子秤无法使用</translation>
    </message>
    <message>
        <source>직원이 도와 드려요</source>
        <translation>店员会来帮忙</translation>
    </message>
    <message>
        <source>저울과 연결이 끊겼어요</source>
        <translation>电子秤连接中断</translation>
    </message>
</context>
<context>
    <name>WeighScreen</name>
    <message>
        <source>가격</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>이 무게로 바꾸기</source>
        <translation>改为此重量</translation>
    </message>
    <message>
        <source>담기</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>무게를 재면 담을 수 있어요</source>
        <translation>称重后即可加入</translation>
    </message>
    <message>
        <source>직원 호출</source>
        <translation>呼叫店员</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>담지 않을게요</source>
        <translation>不加入</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>가격이 달라요?</source>
        <translation>价格不一样？</translation>
    </message>
    <message>
        <source>진열대 가격과 다르면 직원이 확인해 드려요</source>
        <translation>若与货架价格不符，店员会帮确认</translation>
    </message>
    <message>
        <source>그래도 살게요</source>
        <translation>仍然购买</translation>
    </message>
    <message>
        <source>빼기</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>직원에게 물어보기</source>
        <translation>询问店员</translation>
    </message>
    <message>
        <source>담은 뒤에는 가격이 오르지 않아요</source>
        <translation>加入后不会涨价</translation>
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
