/* The calls of the vendor's script that move money, with what differs between its versions.
 *
 * Function names changed while this was written (getPayment, getPaymentByKey), so each is looked for before it is used.
 */
(function (front) {
  "use strict";

  const KNOWN_CODES = ["PAYMENT_NOT_FOUND", "INVALID_PARAMS"];
  const has = (room, name) => Boolean(room) && typeof room[name] === "function";
  const whole = (value, most) => Number.isSafeInteger(value) && value >= 0 && value <= most;

  front.paymentCalls = function (sdk) {
    const payment = sdk.payment || {};

    function features() {
      const named = {
        pay: has(payment, "requestPayment"),
        cancel: has(payment, "requestPaymentCancel"),
        getPayment: has(payment, "getPayment") || has(payment, "getPaymentByKey"),
        getPaymentCancel: has(payment, "getPaymentCancel"),
        print: has(sdk.printer, "printReceipt"),
        scan: has(sdk.template, "renderQRScanPage"),
        show: has(sdk.template, "openToast"),
      };
      return Object.keys(named).filter((name) => named[name]);
    }

    /** What is wrong with a request of the register, "" when nothing is. */
    function problem(asked) {
      if (typeof asked.paymentKey !== "string" || !/^[\x21-\x7e]{1,64}$/.test(asked.paymentKey)) return "paymentKey";
      for (const name of ["supplyValue", "tax", "tip"]) if (!whole(asked[name], 1e9)) return name;
      if (asked.taxExemptValue !== undefined && !whole(asked.taxExemptValue, 1e9)) return "taxExemptValue";
      if (!whole(asked.installment, 99)) return "installment";
      if (!whole(asked.timeoutMs, 600000) || asked.timeoutMs < 1000) return "timeoutMs";
      if (!whole(asked.patienceMs, 900000) || asked.patienceMs < asked.timeoutMs) return "patienceMs";
      if (!whole(asked.asked, Number.MAX_SAFE_INTEGER)) return "asked";
      return "";
    }

    const pay = (asked) =>
      ended(() =>
        payment.requestPayment({
          paymentKey: asked.paymentKey,
          tax: asked.tax,
          supplyValue: asked.supplyValue,
          ...(asked.taxExemptValue === undefined ? {} : { taxExemptValue: asked.taxExemptValue }),
          tip: asked.tip,
          installment: asked.installment,
          timeoutMs: asked.timeoutMs,
          localeCode: asked.locale,
          excludePaymentTypes: asked.exclude,
        }),
      );

    const cancel = (asked) =>
      ended(() => {
        // An empty tid or a value made up makes the network answer "original not found".
        const given = { localeCode: asked.locale };
        for (const name of CANCEL_FIELDS) if (asked[name] !== undefined) given[name] = asked[name];
        return payment.requestPaymentCancel(given);
      });

    async function lookUp(of, paymentKey) {
      try {
        if (of === "cancel") {
          return has(payment, "getPaymentCancel") ? seen(await payment.getPaymentCancel({ paymentKey })) : unable("none");
        }
        if (has(payment, "getPayment")) return seen(await payment.getPayment({ paymentKey }));
        if (has(payment, "getPaymentByKey")) return seen(await payment.getPaymentByKey(paymentKey));
        return unable("none");
      } catch (thrown) {
        const error = errorOf(thrown);
        return error.code === "PAYMENT_NOT_FOUND" ? { found: false } : unable(error.code);
      }
    }

    return { features, problem, pay, cancel, lookUp };
  };

  const CANCEL_FIELDS = [
    "paymentKey",
    "paymentMethod",
    "tax",
    "supplyValue",
    "taxExemptValue",
    "tip",
    "timestamp",
    "approvalNumber",
    "installment",
    "tid",
    "timeoutMs",
    "extraData",
    "isSelfIssuance",
  ];

  const unable = (why) => ({ found: null, why });

  async function ended(call) {
    try {
      const result = await call();
      if (result && result.type === "SUCCESS") return { type: "SUCCESS", response: withoutIdentity(result.response) };
      return { type: typeof (result && result.type) === "string" ? result.type.slice(0, 32) : "UNKNOWN" };
    } catch (thrown) {
      return { type: "THROWN", error: errorOf(thrown) };
    }
  }

  /** `getPayment` gives {type, response}, the older `getPaymentByKey` the response alone, or nothing. */
  function seen(answer) {
    if (answer === null || answer === undefined) return { found: false };
    if (answer.type === "SUCCESS" && answer.response) return { found: true, response: withoutIdentity(answer.response) };
    if (answer.type === undefined && answer.paymentMethod) return { found: true, response: withoutIdentity(answer) };
    return unable(String(answer.type));
  }

  /** Whom a cash receipt is for leaves the terminal masked only. */
  function withoutIdentity(response) {
    return JSON.parse(JSON.stringify(response, (name, value) => (name === "identityNumber" ? undefined : value)));
  }

  /** The code stands in code, errorCode, type or, as met in the field, in the message of a "TossFrontSDKError". */
  function errorOf(thrown) {
    const parts = thrown && typeof thrown === "object" ? thrown : { message: thrown };
    const said = [parts.code, parts.errorCode, parts.type, parts.message].filter((one) => typeof one === "string");
    const words = said.join(" ").split(/[^A-Za-z0-9_]+/);
    const code = KNOWN_CODES.find((known) => words.includes(known)) || (said[0] || "").slice(0, 64);
    return { code, words: said.join(" | ").slice(0, 200) };
  }
})((window.BaroFront = window.BaroFront || {}));
