import { expect, test } from "vitest";
import { contentSecurityPolicy, isOwnHost, isOwnOrigin } from "./guard";

const portal = "https://portal.example.com";

test.each([
	["portal.example.com", true],
	["PORTAL.example.com", true],
	["localhost:4101", true],
	["127.0.0.1", true],
	["[::1]:3000", true],
	["portal.example.com:8443", false],
	["portal.example.com.evil.example", false],
	["localhost.evil.example", false],
	["127.0.0.1:3000@evil.example", false],
	["evil.example", false],
	["", false],
	[null, false],
])("host %s is ours: %s", (host, expected) => {
	expect(isOwnHost(host, portal)).toBe(expected);
});

test.each([
	[null, true],
	["https://portal.example.com", true],
	["http://localhost:3000", true],
	["http://localhost:3001", false],
	["https://evil.example", false],
	["null", false],
])("origin %s is ours: %s", (origin, expected) => {
	expect(isOwnOrigin(origin, "localhost:3000", portal)).toBe(expected);
});

test("scripts need the nonce, and eval exists in development only", () => {
	const policy = contentSecurityPolicy("abc", { secure: true, development: false });
	const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src"));
	expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toContain("unsafe-eval");
});
