import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Command } from "commander";
import { z } from "zod";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { defineCommand } from "../define-command";
import { explainCode } from "../failure";
import type { Output } from "../output";
import { withDatabase } from "../with-database";

export function registerUser(program: Command): void {
	const group = program.command("user").description("用户 · Users");
	registerUserAdd(group);
}

const registerUserAdd = defineCommand({
	usage: "add",
	summary: "新增平台管理员 · Add a platform administrator",
	declare: (command) =>
		command
			.requiredOption("--email <address>", "登录邮箱 · the address to sign in with")
			.requiredOption("--name <name>", "姓名 · the person's name")
			.option(
				"--password <password>",
				"初始密码，不给则询问（或从标准输入读取） · the password; asked for, or read from standard input, when missing",
			),
	options: z.object({
		email: z.email(),
		name: z.string().trim().min(1).max(60),
		password: z.string().optional(),
	}),
	async run({ options, output }) {
		const password = options.password ?? (await askPassword(output));
		const outcome = await withDatabase("portal user add", output, async () => {
			const { createAdministrator } = await import("@/lib/domains/identity/mutations/accounts");
			return createAdministrator({ email: options.email, name: options.name, password });
		});
		if (!outcome.ok) {
			const { zh, en } = await explainCode(outcome.reason);
			throw new OperatorError(zh, en);
		}
		return {
			data: { userId: outcome.userId, email: options.email, role: "admin" },
			text: `已新增管理员 ${options.email}。\nAdded the administrator ${options.email}.`,
		};
	},
});

/** Reads one line from standard input; on a terminal what is typed stays invisible. */
async function askPassword(output: Output): Promise<string> {
	const terminal = process.stdin.isTTY === true;
	if (terminal) output.note("请输入密码（不会显示）:", "Type a password (it will not be shown):");
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const reader = createInterface({ input: process.stdin, output: silent, terminal });
	reader.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
	try {
		for await (const line of reader) return line;
		return "";
	} finally {
		reader.close();
	}
}
