import { OperatorError } from "@/lib/platform/env/operator-error";
import { AppError, type Refusal } from "@/lib/platform/errors/errors";
import { createTranslations } from "@/lib/platform/i18n/translator";

export type Failure = { zh: string; en: string; stack?: string };

/** One sentence per language for anything that was thrown; a stack only for what nobody foresaw. */
export async function explainFailure(error: unknown): Promise<Failure> {
	if (error instanceof OperatorError) return { zh: error.zh, en: error.en };
	if (error instanceof AppError) return explainCode(error.code);
	const { code, path, message } = error as { code?: string; path?: string; message?: string };
	const place = path ?? "";
	switch (code) {
		case "ENOSPC":
		case "EDQUOT":
		case "53100":
			return { zh: `磁盘空间不足，无法写入 ${place}。`, en: `The disk is full: cannot write ${place}.` };
		case "EACCES":
		case "EPERM":
		case "EROFS":
			return { zh: `没有权限访问 ${place}。`, en: `No permission for ${place}.` };
		case "28P01":
			return {
				zh: "数据库拒绝了密码：数据目录中的 postgres.json 与数据库不匹配，请恢复原来的文件。",
				en: "The database refused the password: postgres.json in the data folder is not the one it was made with; restore it.",
			};
		case "ENOENT":
			return { zh: `找不到文件 ${place}。`, en: `There is no file ${place}.` };
	}
	const reason = message ?? String(error);
	const stack = error instanceof Error ? error.stack : undefined;
	return { zh: `发生了意外错误：${reason}`, en: `Something unexpected happened: ${reason}`, stack };
}

/** The sentence that users see for a code, with what a refusal says of it. */
export async function explainCode(code: string, params?: Refusal["params"]): Promise<Failure> {
	const [zh, en] = await Promise.all([
		createTranslations("zh-CN", "errors"),
		createTranslations("en", "errors"),
	]);
	const sentence = (translate: typeof zh) => {
		const key = code as Parameters<typeof zh>[0];
		return translate.has(key) ? translate(key, params) : code;
	};
	return { zh: sentence(zh), en: sentence(en) };
}
