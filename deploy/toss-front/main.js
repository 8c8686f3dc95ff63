/* Starts the plug-in: who this terminal is, what it remembers, then the door for the register. */
(async function (front) {
  "use strict";

  const PLUGIN = "1.0.0";
  const sdk = window.TossFrontSDK;

  async function asked(call, otherwise) {
    try {
      return (await call()) || otherwise;
    } catch (unknown) {
      return otherwise;
    }
  }

  const { serialNumber } = await asked(() => sdk.app.getSerialNumber(), {});
  const merchant = await asked(() => sdk.app.getMerchant(), {});
  const pairing = await asked(() => front.pairing.read(sdk.storage), null);
  // Without a storage nothing is remembered, so nothing is paid: the register is told by an empty epoch.
  const records = await asked(() => front.openRecords(sdk.storage), null);
  const calls = front.paymentCalls(sdk);
  const screen = front.openScreen(sdk, Boolean(pairing));

  await front.openLink({
    sdk,
    pairing,
    identity: () => ({
      serial: String(serialNumber || ""),
      epoch: records ? records.epoch : "",
      plugin: PLUGIN,
      sdk: typeof sdk.version === "string" ? sdk.version : "v1",
      merchant: { name: String(merchant.name || ""), businessNumber: String(merchant.businessNumber || "") },
      features: calls.features(),
    }),
    onMessage: front.openDialogue({ calls, records, screen, services: front.services(sdk) }),
  });
  screen.idle();
})((window.BaroFront = window.BaroFront || {}));
