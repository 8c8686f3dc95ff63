// A register made of the vendor's library: its own models, client and crypto. One scenario per run, told as JSON lines.
"use strict";
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");

const asked = JSON.parse(readFileSync(0, "utf8"));
const library = createRequire(asked.modules + "/");
const { Client, Config, EnvironmentEnum, HttpURLConnectionClient, TerminalLocalAPI } = library("@adyen/api-library");

// The library always calls port 8443; a simulator takes a free one. Nothing else of the client is touched.
class AnyPort extends HttpURLConnectionClient {
  createRequest(endpoint, options, name) {
    return super.createRequest(endpoint.replace(":8443/", `:${asked.port}/`), options, name);
  }
}

const config = new Config({
  apiKey: "not used on a local connection",
  environment: EnvironmentEnum.TEST,
  terminalApiLocalEndpoint: "https://127.0.0.1",
  certificatePath: asked.root,
  connectionTimeoutMillis: 20000,
});
const terminal = new TerminalLocalAPI(new Client(config, new AnyPort()));
const securityKey = {
  AdyenCryptoVersion: 1,
  KeyIdentifier: asked.key.identifier,
  KeyVersion: asked.key.version,
  Passphrase: asked.key.passphrase,
};
let count = 0;

function send(category, body) {
  count += 1;
  const header = {
    ProtocolVersion: "3.0",
    MessageClass: "Service",
    MessageCategory: category,
    MessageType: "Request",
    SaleID: "NodeTill",
    ServiceID: `N${count}`,
    POIID: asked.poiId,
  };
  const request = { SaleToPOIRequest: { MessageHeader: header, [`${category}Request`]: body } };
  return terminal.request(request, securityKey);
}

function pay(amount, currency) {
  return send("Payment", {
    SaleData: { SaleTransactionID: { TransactionID: `S-N${count + 1}`, TimeStamp: new Date() } },
    PaymentTransaction: { AmountsReq: { Currency: currency, RequestedAmount: amount } },
  });
}

function statusOf(serviceId) {
  return send("TransactionStatus", {
    ReceiptReprintFlag: true,
    DocumentQualifier: ["CashierReceipt", "CustomerReceipt"],
    MessageReference: { MessageCategory: "Payment", SaleID: "NodeTill", ServiceID: serviceId },
  });
}

function tell(step, response) {
  process.stdout.write(JSON.stringify({ step, response: response.SaleToPOIResponse ?? null }) + "\n");
}

async function paidAskedAndGivenBack() {
  const paid = await pay(12.34, "EUR");
  tell("payment", paid);
  tell("status", await statusOf("N1"));
  const original = paid.SaleToPOIResponse.PaymentResponse.POIData.POITransactionID;
  const reversal = { OriginalPOITransaction: { POITransactionID: original }, ReversalReason: "MerchantCancel" };
  tell("reversal", await send("Reversal", reversal));
}

async function aborted() {
  let ended = null;
  const paying = pay(12800, "KRW").then((response) => (ended = response));
  const reference = { MessageCategory: "Payment", SaleID: "NodeTill", ServiceID: "N1" };
  let receipt = null;
  while (ended === null) {
    // Aborts may be repeated freely; the first may come before the terminal took the payment up.
    receipt = await send("Abort", { AbortReason: "MerchantAbort", MessageReference: reference });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  tell("abort", receipt);
  tell("payment", await paying);
}

async function wrongKey() {
  securityKey.Passphrase = "another passphrase";
  await pay(5, "EUR").then(
    (response) => tell("payment", response),
    (error) => process.stdout.write(JSON.stringify({ step: "refused", response: String(error) }) + "\n"),
  );
}

const scenarios = { paidAskedAndGivenBack, aborted, wrongKey };
scenarios[asked.scenario]().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
