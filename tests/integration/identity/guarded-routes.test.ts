import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { defineAction, definePublicAction } from "@/lib/platform/action/define-action";
import { findForeignRequest } from "@/lib/platform/session/guard-route";
import { config } from "@/proxy";
import { root } from "@/tests/architecture/source-tree";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const sent = { headers: new Headers() };
vi.mock("next/headers", () => ({
	headers: async () => sent.headers,
	cookies: async () => ({ get: () => undefined }),
}));

const guards = config.matcher.map(
	(matcher) => new RegExp(`^${typeof matcher === "string" ? matcher : matcher.source}$`),
);
const isGuarded = (address: string) => guards.some((guard) => guard.test(address));
const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" });
const addressOf = (file: string) =>
	`/${file}`
		.replace(/\/(route\.ts|page\.tsx)$/, "")
		.replace(/\/\([a-z]+\)/g, "")
		.replace(/\[[^\]]+\]/g, "x") || "/";
const pages = files.filter((file) => file.endsWith("page.tsx"));
const outside = files.filter((file) => file.endsWith("route.ts") && !isGuarded(addressOf(file)));

test("every page stands behind the proxy, whatever its address begins with", () => {
	expect(pages.length).toBeGreaterThan(40);
	expect(pages.map(addressOf).filter((address) => !isGuarded(address))).toEqual([]);
});

test("only what takes bodies of any size, and its own answers, stands outside", () => {
	expect(outside.map(addressOf).sort()).toEqual([
		"/api/files",
		"/api/files/x",
		"/api/uploads",
		"/api/v1/batches/x",
		"/api/v1/claims",
		"/api/v1/claims/x",
		"/api/v1/claims/x/appeal",
		"/api/v1/complaints",
		"/api/v1/force-metrics",
		"/api/v1/live-sessions",
		"/api/v1/openapi.json",
		"/api/v1/orders",
		"/api/v1/shop-days",
		"/api/v1/totals",
	]);
});

test.each(outside)(
	"%s turns a foreign host and a foreign origin away and carries the headers",
	async (file) => {
		const module: Record<string, Handler> = await import(join(root, "app", file));
		const methods = Object.keys(module).filter((name) => /^[A-Z]+$/.test(name));
		expect(methods).not.toEqual([]);
		for (const method of methods) {
			const send = (headers: Record<string, string>) =>
				module[method]?.(new Request(`http://localhost:3000${addressOf(file)}`, { method, headers }), {
					params: Promise.resolve({ id: "x" }),
				});
			const foreign = await send({ host: "evil.example" });
			expect(foreign?.status).toBe(421);
			expect(Object.fromEntries(foreign?.headers ?? [])).toMatchObject({
				"x-content-type-options": "nosniff",
				"x-frame-options": "DENY",
				"referrer-policy": "same-origin",
				"content-security-policy": expect.stringContaining("default-src 'none'"),
			});
			if (method === "GET") continue;
			const crossSite = await send({ host: "localhost:3000", origin: "https://evil.example" });
			expect(crossSite?.status).toBe(403);
		}
	},
);

test("a portal's own request passes", () => {
	const request = (headers: Record<string, string>) =>
		findForeignRequest(new Request("http://localhost:3000/api/files", { method: "POST", headers }));
	expect(request({ host: "localhost:3000", origin: "http://localhost:3000" })).toBeNull();
	expect(request({ host: "localhost:3000" })).toBeNull();
	expect(request({})?.status).toBe(421);
});

test("an action, which passes the proxy by, turns a foreign host and a foreign origin away", async () => {
	const handler = vi.fn(async () => ({ ok: true as const }));
	const input = z.object({});
	const open = definePublicAction({ permission: "public", input, handler });
	const closed = defineAction({ permission: "pool.manage", input, handler });
	for (const headers of [
		{ host: "evil.example" },
		{ host: "localhost:3000", origin: "https://evil.example" },
		{},
	]) {
		sent.headers = new Headers(headers as Record<string, string>);
		expect(await open({})).toEqual({ ok: false, reason: "FORBIDDEN" });
		expect(await closed({})).toEqual({ ok: false, reason: "FORBIDDEN" });
	}
	expect(handler).not.toHaveBeenCalled();
	sent.headers = new Headers({ host: "localhost:3000", origin: "http://localhost:3000" });
	expect(await open({})).toEqual({ ok: true });
	expect(await closed({})).toEqual({ ok: false, reason: "SIGNED_OUT" });
});
