/* One dialogue at a time: what the register may ask, and what it is told.
 *
 * The order of steps is what keeps money safe: first `started` is in the terminal's storage, then `accepted` goes out,
 * then the payment begins; when it ends the whole answer is stored, then sent. A paymentKey is never used twice. A
 * request whose register is gone before the payment began is not begun.
 */
(function (front) {
  "use strict";

  front.openDialogue = function ({ calls, records, screen, services }) {
    let running = null;

    const busy = (asked, peer) =>
      peer.send({ name: "busy", id: asked.id, paymentKey: (running && running.paymentKey) || "" });
    const refused = (asked, peer, why, words) => peer.send({ name: "refused", id: asked.id, why, words: words || "" });

    async function money(of, asked, peer) {
      if (running) return busy(asked, peer);
      const own = of === "pay" ? asked.paymentKey : asked.cancelKey;
      const turn = { id: asked.id, name: `${of}:${own}`, paymentKey: asked.paymentKey, began: false, withdrawn: false };
      running = turn;
      try {
        await begun(of, asked, peer, turn);
      } finally {
        running = null;
        screen.idle();
      }
    }

    async function begun(of, asked, peer, turn) {
      if (!records) return refused(asked, peer, "storage");
      const wrong = calls.problem(asked) || (of === "cancel" && !/^[\x21-\x7e]{1,64}$/.test(asked.cancelKey) && "cancelKey");
      if (wrong) return refused(asked, peer, "params", wrong);
      const record = {
        name: turn.name,
        paymentKey: asked.paymentKey,
        asked: asked.asked,
        startedAt: Date.now(),
        patienceMs: asked.patienceMs,
        terms: termsOf(asked),
        ended: null,
      };
      try {
        if (await records.find(turn.name)) return refused(asked, peer, "key_used");
        await records.begin(record);
      } catch (unwritten) {
        return refused(asked, peer, "storage");
      }
      if (of === "cancel" && (await calls.lookUp("cancel", asked.paymentKey)).found) {
        return end(record, { type: "ALREADY" }, asked, peer);
      }
      if (turn.withdrawn || !peer.current()) return end(record, { type: "WITHDRAWN" }, asked, peer);
      turn.began = true;
      peer.send({ name: "accepted", id: asked.id });
      if (of === "pay") screen.order(asked.order, asked.locale);
      const result = await (of === "pay" ? calls.pay(asked) : calls.cancel(asked));
      if (result.type !== "SUCCESS") Object.assign(result, await calls.lookUp(of, asked.paymentKey));
      await end(record, result, asked, peer);
      return screen.result(of, result, asked.locale);
    }

    async function end(record, result, asked, peer) {
      record.ended = result.type;
      if (result.response) record.response = result.response;
      if (result.error) record.error = result.error;
      try {
        await records.keep(record);
      } catch (unwritten) {
        // The register keeps the answer; only a second question could not be answered from here.
      }
      peer.send({ name: "result", id: asked.id, paymentKey: asked.paymentKey, ...result });
    }

    async function query(asked, peer) {
      const of = asked.of === "cancel" ? "cancel" : "pay";
      const name = `${of}:${asked.own}`;
      const answer = { name: "status", id: asked.id, paymentKey: asked.paymentKey };
      if (!records) return peer.send({ ...answer, seen: null, running: false, ended: null, found: null });
      const record = await records.find(name);
      const turn = running && running.name === name;
      Object.assign(answer, {
        seen: Boolean(record) || Boolean(turn),
        running: Boolean(turn),
        ended: record ? record.ended : null,
        error: record ? record.error : undefined,
        response: record ? record.response : undefined,
        terms: record ? record.terms : undefined,
        left: record ? timeLeft(record) : Number(Boolean(turn)),
        dropped: records.dropped(),
      });
      const found = await calls.lookUp(of, asked.paymentKey);
      return peer.send({ ...answer, ...found, response: answer.response || found.response });
    }

    /** A later cancel must name the same amounts; the register may ask for them after a restart. */
    function termsOf({ supplyValue, tax, taxExemptValue, tip }) {
      return { supplyValue, tax, taxExemptValue, tip };
    }

    /** Milliseconds for which the terminal may still be taking the card, also after the page was loaded anew. */
    function timeLeft(record) {
      const past = Date.now() - record.startedAt;
      if (record.ended !== null || past < 0) return 0;
      return Math.max(0, record.patienceMs - past);
    }

    function withdraw(asked, peer) {
      const turn = running && running.id === asked.of ? running : null;
      if (turn && !turn.began) turn.withdrawn = true;
      peer.send({ name: turn && turn.withdrawn ? "withdrawn" : "too_late", id: asked.id });
    }

    async function service(name, asked, peer) {
      if (running) return busy(asked, peer);
      running = { id: asked.id, name: "", paymentKey: "", began: true };
      try {
        peer.send({ id: asked.id, ...(await services[name](asked)) });
      } catch (thrown) {
        refused(asked, peer, name);
      } finally {
        running = null;
        screen.idle();
      }
    }

    const heard = {
      pay: (asked, peer) => money("pay", asked, peer),
      cancel: (asked, peer) => money("cancel", asked, peer),
      query,
      withdraw,
      ping: (asked, peer) => peer.send({ name: "pong", id: asked.id, busy: Boolean(running) }),
      print: (asked, peer) => service("print", asked, peer),
      scan: (asked, peer) => service("scan", asked, peer),
      show: (asked, peer) => service("show", asked, peer),
    };

    return function hear(asked, peer) {
      const act = Object.prototype.hasOwnProperty.call(heard, asked.name) ? heard[asked.name] : null;
      if (!act) return refused(asked, peer, "name", asked.name.slice(0, 32));
      return Promise.resolve(act(asked, peer)).catch(() => refused(asked, peer, "failed"));
    };
  };
})((window.BaroFront = window.BaroFront || {}));
