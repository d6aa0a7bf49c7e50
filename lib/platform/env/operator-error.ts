/**
 * What keeps the portal from running, told to the person at the terminal in one sentence per language.
 * Whatever else happened (stack, cause) is for the log; exit codes other than 0 follow from it.
 */
export class OperatorError extends Error {
	override readonly name = "OperatorError";
	readonly zh: string;
	readonly en: string;

	constructor(zh: string, en: string, options?: ErrorOptions) {
		super(`${zh}\n${en}`, options);
		this.zh = zh;
		this.en = en;
	}
}
