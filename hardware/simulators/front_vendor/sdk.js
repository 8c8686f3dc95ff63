/* Stands in for the vendor's script on a Toss Front terminal: the same functions, answered by our simulator.
 *
 * `terminalCall` is a binding of the browser's remote control. What `without` names is missing, as in other versions.
 */
(function () {
  "use strict";

  const without = new Set(window.terminalWithout || []);
  const waiting = new Map();
  let next = 1;
  let server = null;

  // The terminal's clock may be set wrong by hand.
  const trueNow = Date.now.bind(Date);
  Date.now = () => trueNow() + (window.terminalClock || 0);

  function call(name, given) {
    return new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      window.terminalCall(JSON.stringify({ id, name, given: given === undefined ? null : given }));
    });
  }

  /** As met in the field: the name says nothing, the code is the message. */
  function fault(code) {
    const thrown = new Error(code);
    thrown.name = "TossFrontSDKError";
    return thrown;
  }

  window.terminalAnswer = function ({ id, value, error }) {
    const one = waiting.get(id);
    waiting.delete(id);
    if (!one) return;
    if (error === undefined) one.resolve(value);
    else one.reject(fault(error));
  };

  window.terminalEvent = function (name, payload) {
    const listens = server && server[name];
    if (listens) listens(payload);
  };

  const room = (names, more) => {
    const functions = Object.fromEntries(names.map((name) => [name, (given) => call(name, given)]));
    for (const name of Object.keys(functions)) if (without.has(name)) delete functions[name];
    return Object.assign(functions, more);
  };

  window.TossFrontSDK = {
    app: room(["getSerialNumber", "getMerchant"]),
    storage: {
      get: (given) => call("storageGet", given),
      set: (given) => call("storageSet", given),
    },
    payment: room(["requestPayment", "requestPaymentCancel", "getPayment", "getPaymentByKey", "getPaymentCancel"]),
    printer: room(["printReceipt"]),
    template: room(["renderOrderPage", "renderResultPage", "openToast"], {
      renderIdlePage: (page) => call("renderIdlePage", page ? { type: page.type } : null),
      renderQRScanPage: (page) =>
        call("renderQRScanPage", { title: page.title }).then((value) => page.onSuccess({ value })),
    }),
    websocket: {
      async start(wishes) {
        const { port, path } = wishes;
        server = wishes;
        const opened = await call("websocketStart", { port, path });
        return {
          ...opened,
          send: (connectionId, data) => call("websocketSend", { connectionId, data }),
          disconnect: (connectionId) => call("websocketDisconnect", { connectionId }),
          stop: () => call("websocketStop"),
        };
      },
    },
  };
})();
