/* Pairing, once: the key is typed, scanned, or made here and copied into the checkout's settings. */
(async function (front) {
  "use strict";

  const sdk = window.TossFrontSDK;
  const at = (id) => document.getElementById(id);
  const say = (words) => {
    at("said").textContent = words;
  };

  async function save(text) {
    const key = front.pairing.understood(text);
    if (!key) return say("키는 16진수(0-9, a-f) 64자리예요.");
    try {
      await front.pairing.write(sdk.storage, key);
    } catch (unwritten) {
      return say("저장하지 못했어요. 단말기를 다시 켠 뒤 해 주세요.");
    }
    at("key").value = "";
    at("state").textContent = "연결 키 있음";
    return say("저장했어요. 돌아가기를 누르면 이 키로 연결해요.");
  }

  at("save").addEventListener("click", () => save(at("key").value));
  at("make").addEventListener("click", () => {
    at("key").value = front.seals.random(32).match(/.{4}/g).join(" ");
    say("이 키를 계산대의 pairing_key에 적은 뒤 '이 키로 연결'을 누르세요.");
  });
  at("back").addEventListener("click", () => {
    location.href = "./index.html";
  });
  if (sdk.template && typeof sdk.template.renderQRScanPage === "function") {
    at("scan").hidden = false;
    at("scan").addEventListener("click", () => {
      sdk.template.renderQRScanPage({ title: "연결 키", onSuccess: (read) => save(read && read.value) });
    });
  }
  const { serialNumber } = await sdk.app.getSerialNumber();
  at("serial").textContent = serialNumber;
  at("state").textContent = (await front.pairing.read(sdk.storage)) ? "연결 키 있음" : "연결 키 없음";
})((window.BaroFront = window.BaroFront || {}));
