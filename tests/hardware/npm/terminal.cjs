// A terminal made of the vendor's library: it opens and seals with the library's crypto and speaks through its models.
"use strict";
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const https = require("node:https");

const asked = JSON.parse(readFileSync(0, "utf8"));
const library = createRequire(asked.modules + "/");
const { NexoCrypto, SaleToAcquirerDataParser, Types } = library("@adyen/api-library");
const { ObjectSerializer } = Types.terminal;
const securityKey = {
  AdyenCryptoVersion: 1,
  KeyIdentifier: asked.key.identifier,
  KeyVersion: asked.key.version,
  Passphrase: asked.key.passphrase,
};
const crypto = new NexoCrypto();
const answered = new Map(); // ServiceID -> the answer that a status request repeats
let count = 0;

function identification() {
  count += 1;
  return { TransactionID: `NODE${count}.PSP${count}`, TimeStamp: new Date() };
}

function receipt(qualifier, total) {
  const lines = ["name=NODE%20TERMINAL&key=header", `name=TOTAL&value=${encodeURIComponent(total)}&key=totalAmount`];
  const text = lines.map((Text) => ({ Text, EndOfLineFlag: true }));
  const content = { OutputFormat: "Text", OutputText: text };
  return { DocumentQualifier: qualifier, RequiredSignatureFlag: false, OutputContent: content };
}

function payment(request, options) {
  const { Currency, RequestedAmount } = request.PaymentTransaction.AmountsReq;
  const partial = options?.tenderOption === "AllowPartialAuthorisation";
  const amount = partial ? RequestedAmount / 2 : RequestedAmount;
  const identity = identification();
  return {
    POIData: { POITransactionID: identity },
    SaleData: { SaleTransactionID: request.SaleData.SaleTransactionID },
    PaymentReceipt: ["CashierReceipt", "CustomerReceipt"].map((name) => receipt(name, `${Currency} ${amount}`)),
    PaymentResult: {
      OnlineFlag: true,
      AmountsResp: { AuthorizedAmount: amount, Currency },
      PaymentAcquirerData: {
        MerchantID: "NodeMerchant",
        AcquirerPOIID: asked.poiId,
        ApprovalCode: "012345",
        AcquirerTransactionID: identity,
      },
      PaymentInstrumentData: {
        PaymentInstrumentType: "Card",
        CardData: { PaymentBrand: "mc", MaskedPan: "541333 **** 3511", EntryMode: ["Contactless"] },
      },
    },
    Response: { Result: partial ? "Partial" : "Success", AdditionalResponse: "fundingSource=CREDIT" },
  };
}

function reversal(request) {
  const original = request.OriginalPOITransaction.POITransactionID.TransactionID;
  const known = [...answered.values()].some(({ body }) => body.POIData?.POITransactionID?.TransactionID === original);
  if (!known) return { Response: { Result: "Failure", ErrorCondition: "NotFound" } };
  return { POIData: { POITransactionID: identification() }, Response: { Result: "Success" } };
}

function status(request) {
  const reference = request.MessageReference;
  const found = answered.get(reference.ServiceID);
  if (!found) return { MessageReference: reference, Response: { Result: "Failure", ErrorCondition: "NotFound" } };
  const body = { [`${found.header.MessageCategory}Response`]: found.body };
  return {
    MessageReference: reference,
    Response: { Result: "Success" },
    RepeatedMessageResponse: { MessageHeader: found.header, RepeatedResponseMessageBody: body },
  };
}

const diagnosis = () => ({ POIStatus: { GlobalStatus: "OK", PrinterStatus: "OK" }, Response: { Result: "Success" } });
const categories = { Payment: payment, Reversal: reversal, TransactionStatus: status, Diagnosis: diagnosis };

function answer(octets) {
  const secured = ObjectSerializer.deserialize(JSON.parse(octets), "TerminalApiSecuredRequest");
  const plain = JSON.parse(crypto.decrypt(secured.SaleToPOIRequest, securityKey));
  const { SaleToPOIRequest: request } = ObjectSerializer.deserialize(plain, "TerminalApiRequest");
  const category = request.MessageHeader.MessageCategory;
  // The library's models want these options as an object; its parser reads the text in which registers send them.
  const written = plain.SaleToPOIRequest[`${category}Request`].SaleData?.SaleToAcquirerData;
  const options = written ? SaleToAcquirerDataParser.parse(written) : null;
  const body = categories[category](request[`${category}Request`], options);
  const header = { ...request.MessageHeader, MessageType: "Response" };
  if (category === "Payment" || category === "Reversal") answered.set(header.ServiceID, { header, body });
  const response = { SaleToPOIResponse: { MessageHeader: header, [`${category}Response`]: body } };
  const whole = JSON.stringify(ObjectSerializer.serialize(response, "TerminalApiResponse"));
  return {
    // A sale that the test calls LOST is charged, and its answer is not sent.
    lost: String(request.PaymentRequest?.SaleData?.SaleTransactionID?.TransactionID ?? "").startsWith("LOST"),
    sealed: JSON.stringify({ SaleToPOIResponse: NexoCrypto.encrypt(header, whole, securityKey) }),
  };
}

const options = { cert: readFileSync(asked.leaf), key: readFileSync(asked.leafKey), minVersion: "TLSv1.2" };
const server = https.createServer(options, (request, response) => {
  let octets = "";
  request.setEncoding("utf8");
  request.on("data", (piece) => (octets += piece));
  request.on("end", () => {
    try {
      const { lost, sealed } = answer(octets);
      if (lost) return response.destroy();
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(sealed);
    } catch (error) {
      console.error(error);
      response.writeHead(400);
      response.end();
    }
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
