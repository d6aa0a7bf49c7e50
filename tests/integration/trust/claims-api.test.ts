import { beforeAll, expect, test } from "vitest";
import { POST as postAppeal } from "@/app/api/v1/claims/[number]/appeal/route";
import { GET as getClaim } from "@/app/api/v1/claims/[number]/route";
import { POST as postClaim } from "@/app/api/v1/claims/route";
import { claimAnswer } from "@/lib/domains/trust/schema/claims-api";
import { createApiKey } from "@/tests/factories/intake";
import { createTrustShop, hold, sell, trustSource } from "@/tests/factories/trust-claims";

let key: string;
let foreign: string;

const request = (path: string, token: string, body?: object) =>
	new Request(`http://localhost:3000${path}`, {
		method: body ? "POST" : "GET",
		body: body && JSON.stringify(body),
		headers: {
			host: "localhost:3000",
			authorization: `Bearer ${token}`,
			...(body && { "content-type": "application/json" }),
		},
	});
const open = (token: string, body: object) => postClaim(request("/api/v1/claims", token, body));
const at = (number: string) => ({ params: Promise.resolve({ number }) });
const sent = { lineNo: 1, guarantee: "SEVEN_DAY_RETURN", reason: "NO_REASON", statement: "不想要了" };

beforeAll(async () => {
	const scopes = ["claims:write", "claims:read"] as const;
	key = (await createApiKey({ sourceCode: trustSource, scopes: [...scopes] })).key;
	foreign = (await createApiKey({ sourceCode: "another", scopes: [...scopes] })).key;
	const shop = await createTrustShop();
	await hold(shop, "SEVEN_DAY_RETURN");
	await sell(shop, [{ event: "A1", at: "2026-11-10 10:00:00", amount: "88.00" }]);
});

test("a claim is opened once by key, read and appealed by its source, and by no other", async () => {
	const body = { ...sent, key: "rf-0001", eventId: "A1" };
	const answers = await Promise.all([open(key, body), open(key, body)]);
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	const [first, second] = await Promise.all(answers.map(async (one) => claimAnswer.parse(await one.json())));
	expect(first).toEqual(second);
	expect(first).toMatchObject({ key: "rf-0001", state: "OPENED", outcome: null, amount: null, working: [] });
	const number = first?.number ?? "";
	expect((await getClaim(request(`/api/v1/claims/${number}`, key), at(number))).status).toBe(200);
	expect((await getClaim(request(`/api/v1/claims/${number}`, foreign), at(number))).status).toBe(404);
	const appeal = { statement: "请复核" };
	const path = `/api/v1/claims/${number}/appeal`;
	expect((await postAppeal(request(path, foreign, appeal), at(number))).status).toBe(404);
	const early = await postAppeal(request(path, key, appeal), at(number));
	expect([early.status, await early.json()]).toEqual([
		422,
		expect.objectContaining({ code: "CLAIM_REFUSED", detail: "CLAIM_UNDECIDED" }),
	]);
});

test("what cannot be taken says which field, or why", async () => {
	const wrong = await open(key, { ...sent, key: "rf-0002", eventId: "A1", facts: { freight: "-3" } });
	expect([wrong.status, await wrong.json()]).toEqual([
		400,
		expect.objectContaining({ code: "BODY_INVALID", detail: "facts.freight: AMOUNT_NEGATIVE" }),
	]);
	const unknown = await open(key, { ...sent, key: "rf-0003", eventId: "NONE" });
	expect(await unknown.json()).toMatchObject({ status: 422, detail: "LINE_UNKNOWN" });
	expect((await open(foreign, { ...sent, key: "rf-0004", eventId: "A1" })).status).toBe(422);
});
