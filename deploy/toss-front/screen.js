/* What the terminal shows, by the vendor's template pages where this version of it has them.
 *
 * A page that cannot be drawn must not cost an answer, so nothing here throws.
 */
(function (front) {
  "use strict";

  const WORDS = {
    ko: {
      order: "결제 금액",
      paid: "결제가 끝났어요",
      unpaid: "결제하지 않았어요",
      unsure: "결제를 확인하고 있어요",
      unsureMore: "다시 결제하지 말고 계산대 화면을 봐 주세요.",
      cancelled: "결제를 취소했어요",
      uncancelled: "취소하지 않았어요",
      scan: "코드를 보여 주세요",
      unpaired: "계산대와 연결해 주세요",
      pair: "연결하기",
    },
    en: {
      order: "To pay",
      paid: "Paid",
      unpaid: "Not paid",
      unsure: "Checking your payment",
      unsureMore: "Please do not pay again; see the checkout's screen.",
      cancelled: "Payment cancelled",
      uncancelled: "Not cancelled",
      scan: "Show the code",
      unpaired: "Pair this terminal with the checkout",
      pair: "Pair",
    },
  };
  const words = (locale) => (locale === "en" ? WORDS.en : WORDS.ko);

  front.openScreen = function (sdk, paired) {
    const template = sdk.template || {};
    let resultShown = null;

    function draw(name, page) {
      try {
        if (typeof template[name] === "function") template[name](page);
      } catch (undrawn) {
        // The vendor's template refused the page; the dialogue goes on.
      }
    }

    function idle() {
      if (resultShown) return;
      if (paired) draw("renderIdlePage");
      else {
        draw("renderIdlePage", {
          type: "oneButton",
          description: { text: WORDS.ko.unpaired },
          button: {
            text: WORDS.ko.pair,
            onClick: () => {
              location.href = "./settings.html";
            },
          },
        });
      }
    }

    function order(asked, locale) {
      const label = asked && typeof asked.label === "string" ? asked.label : words(locale).order;
      const value = asked && Number.isSafeInteger(asked.total) ? asked.total : null;
      resultShown = null;
      if (value === null) return;
      draw("renderOrderPage", { order: { items: [{ label, value }], summary: { totalAmount: value } } });
    }

    function result(of, { type, found }, locale) {
      const said = words(locale);
      const done = type === "SUCCESS" || found === true;
      const unsure = !done && type !== "CANCELED";
      const title = done ? (of === "pay" ? said.paid : said.cancelled) : of === "pay" ? said.unpaid : said.uncancelled;
      const mine = (resultShown = {});
      const back = () => {
        if (resultShown !== mine) return;
        resultShown = null;
        idle();
      };
      draw("renderResultPage", {
        type: "image",
        status: done ? "success" : "error",
        title: unsure ? said.unsure : title,
        description: unsure ? said.unsureMore : "",
        timerMs: 4000,
        onTimeout: back,
        buttons: [],
      });
      // The template's own timer is second-hand knowledge: go back to idle without it, too.
      setTimeout(back, 4500);
    }

    return { idle, order, result };
  };

  /** What the register may ask of the terminal besides money; each is there only where `features` says so. */
  front.services = function (sdk) {
    return {
      async print({ paymentKey, count }) {
        await sdk.printer.printReceipt({ paymentKey, count });
        return { name: "printed" };
      },
      scan({ seconds, locale }) {
        return new Promise((resolve) => {
          const nothing = setTimeout(() => resolve({ name: "scanned", value: "" }), 1000 * Math.min(seconds, 120));
          sdk.template.renderQRScanPage({
            title: words(locale).scan,
            onSuccess: (read) => {
              clearTimeout(nothing);
              resolve({ name: "scanned", value: String(read && read.value).slice(0, 4000) });
            },
          });
        });
      },
      async show({ lines }) {
        sdk.template.openToast({ message: lines.join("\n").slice(0, 400) });
        return { name: "shown" };
      },
    };
  };
})((window.BaroFront = window.BaroFront || {}));
