/* The register at the other end: who it is, and that its frames are its own.
 *
 * The terminal says hello with a nonce, the register proves that it knows the pairing key, and from then on each frame
 * is {seq, mac, body}: `body` is a JSON text, `seq` counts from 1 in each direction, and the seal is made with a key of
 * this connection alone, so that a recorded frame is worth nothing later. A frame that is not as it must be ends the
 * connection. One register at a time: the newest that proved itself counts, older connections are closed, and what
 * they still say is not heard.
 */
(function (front) {
  "use strict";

  const VERSION = "baro-front/1";
  const PORT = 9000;
  const LONGEST = 65536;

  front.openLink = async function ({ sdk, pairing, identity, onMessage }) {
    const connections = new Map();
    let current = null;
    let server = null;

    const raw = (id, message) => server.send(id, JSON.stringify(message));

    function greet({ connectionId }) {
      const nonce = front.seals.random(32);
      const hello = JSON.stringify({ name: "hello", v: 1, nonce, ...identity() });
      connections.set(connectionId, { id: connectionId, nonce, hello, session: null, heard: 0, said: 0 });
      Promise.resolve(server.send(connectionId, hello)).catch(() => forget({ connectionId }));
    }

    function forget({ connectionId }) {
      connections.delete(connectionId);
      if (current && current.id === connectionId) current = null;
    }

    function refuse(connection, why) {
      // For people only: it is not sealed, so nothing may follow from it.
      Promise.resolve(raw(connection.id, { name: "refused", why }))
        .catch(() => undefined)
        .then(() => server.disconnect(connection.id))
        .catch(() => undefined);
      forget({ connectionId: connection.id });
    }

    function hear({ connectionId, data }) {
      const connection = connections.get(connectionId);
      if (!connection) return;
      let frame = null;
      try {
        frame = typeof data === "string" && data.length <= LONGEST ? JSON.parse(data) : null;
      } catch (unreadable) {
        frame = null;
      }
      if (!frame || typeof frame !== "object") refuse(connection, "frame");
      else if (connection.session === null) admit(connection, frame);
      else opened(connection, frame);
    }

    function admit(connection, frame) {
      if (!pairing) return refuse(connection, "unpaired");
      const { serial } = identity();
      const wanted = [VERSION, "auth", connection.nonce, serial, frame.nonce].join("\n");
      const proper = frame.name === "auth" && /^[0-9a-f]{64}$/.test(frame.nonce);
      if (!proper || !front.seals.same(front.seals.hmac(pairing, wanted), frame.mac)) return refuse(connection, "key");
      connection.session = front.seals.hmac(pairing, [VERSION, "session", connection.nonce, frame.nonce].join("\n"));
      const older = current;
      current = connection;
      if (older) refuse(older, "superseded");
      const mac = front.seals.hmac(connection.session, [VERSION, "hello", connection.hello].join("\n"));
      return Promise.resolve(raw(connection.id, { name: "auth_ok", mac })).catch(() => undefined);
    }

    function opened(connection, { seq, mac, body }) {
      const proper = seq === connection.heard + 1 && typeof body === "string";
      const wanted = proper && front.seals.hmac(connection.session, ["K", seq, body].join("\n"));
      if (!proper || !front.seals.same(wanted, mac)) return refuse(connection, "frame");
      connection.heard = seq;
      let message = null;
      try {
        message = JSON.parse(body);
      } catch (unreadable) {
        return refuse(connection, "frame");
      }
      if (!message || typeof message.name !== "string" || typeof message.id !== "string") {
        return refuse(connection, "frame");
      }
      return onMessage(message, {
        send: (answer) => say(connection, answer),
        current: () => current === connection,
      });
    }

    function say(connection, answer) {
      if (current !== connection) return;
      const body = JSON.stringify(answer);
      connection.said += 1;
      const mac = front.seals.hmac(connection.session, ["T", connection.said, body].join("\n"));
      Promise.resolve(raw(connection.id, { seq: connection.said, mac, body })).catch(() => undefined);
    }

    server = await sdk.websocket.start({
      port: PORT,
      path: "/",
      onConnection: greet,
      onMessage: hear,
      onDisconnection: forget,
      onError: () => undefined,
    });
    window.addEventListener("beforeunload", () => server.stop());
    return server;
  };
})((window.BaroFront = window.BaroFront || {}));
