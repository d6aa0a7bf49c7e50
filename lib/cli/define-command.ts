import type { Command } from "commander";
import type { z } from "zod";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { explainFailure } from "./failure";
import { createOutput, type Output, type Result, toJson } from "./output";
import { endOnSignals, shutDown } from "./shutdown";
import { diagnoseDatabase } from "./with-database";

export type CommandDefinition<Options extends z.ZodType> = {
	/** As commander takes it: name and arguments, such as `import <file>`. */
	usage: string;
	summary: string;
	/** Declares options and help beyond `--json` and `--help`. */
	declare?(command: Command): void;
	/** What the options must look like; also what `run` gets. */
	options: Options;
	run(request: { args: string[]; options: z.output<Options>; output: Output }): Promise<Result>;
};

/** Registers a command on a parent, the program itself or a group such as `user`. */
export type Register = (parent: Command) => void;

/** A command that prints its result, fails with one sentence, and leaves nothing running. */
export function defineCommand<Options extends z.ZodType>(definition: CommandDefinition<Options>): Register {
	return (parent) => {
		const command = parent.command(definition.usage).description(definition.summary);
		definition.declare?.(command);
		command.option("--json", "结果以一个 JSON 对象输出 · print the result as one JSON object");
		command.action(async () => {
			const { json = false, ...options } = command.opts<{ json?: boolean }>();
			process.exit(await perform(definition, command.args, options, json));
		});
	};
}

async function perform<Options extends z.ZodType>(
	{ options: schema, run }: CommandDefinition<Options>,
	args: string[],
	given: object,
	json: boolean,
): Promise<number> {
	const output = createOutput(json);
	endOnSignals(output);
	try {
		const result = await Promise.race([run({ args, options: readOptions(schema, given), output }), crash()]);
		await shutDown();
		output.result(result);
		return result.failed ? 1 : 0;
	} catch (error) {
		const reason = error instanceof OperatorError ? error : (diagnoseDatabase() ?? error);
		await shutDown();
		const { zh, en, stack } = await explainFailure(reason);
		output.note(zh, en);
		if (stack) process.stderr.write(`${stack}\n`);
		if (json) process.stdout.write(`${toJson({ error: { zh, en } })}\n`);
		return 1;
	}
}

/** What is thrown where nobody waits for it, such as a connection that breaks between two queries. */
function crash(): Promise<never> {
	return new Promise((_, reject) => {
		process.on("uncaughtException", reject);
		process.on("unhandledRejection", reject);
	});
}

function readOptions<Options extends z.ZodType>(schema: Options, given: object): z.output<Options> {
	const result = schema.safeParse(given);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	const option = `--${String(issue?.path[0]).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
	throw new OperatorError(
		`选项 ${option} 不可用：${issue?.message ?? ""}。`,
		`The option ${option} cannot be used: ${issue?.message ?? ""}.`,
	);
}
