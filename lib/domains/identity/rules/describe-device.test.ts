import { expect, test } from "vitest";
import { describeDevice } from "./describe-device";

test.each([
	[
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
		"Edge",
		"Windows",
		false,
	],
	[
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
		"Safari",
		"iOS",
		true,
	],
	[
		"Mozilla/5.0 (Linux; Android 15; PFTM20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0",
		"WeChat",
		"Android",
		true,
	],
	["curl/8.9", null, null, false],
	[null, null, null, false],
])("%s", (userAgent, browser, system, isPhone) => {
	expect(describeDevice(userAgent)).toEqual({ browser, system, isPhone });
});
