import { once } from "node:events";
import { createWriteStream, mkdirSync, renameSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import { errorFileHeader, renderErrors } from "@/lib/domains/gmv/rules/render-errors";
import type { Rejection } from "@/lib/domains/gmv/types";
import { readEnv } from "@/lib/platform/env/env";
import { passFaultPoint } from "@/lib/platform/env/fault";
import type { Locale } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";

export type ErrorFileOptions = {
	/** Where the operator wants it. */
	errors?: string;
	locale: Locale;
};

/** Writes refused lines beside the data of the portal, or where the operator wants them. @returns the path */
export async function writeErrorFile(
	rejections: AsyncIterable<readonly Rejection[]>,
	name: string,
	{ errors, locale }: ErrorFileOptions,
): Promise<string> {
	const { PORTAL_CALLER_CWD, PORTAL_DATA } = readEnv();
	const path = errors
		? resolve(PORTAL_CALLER_CWD, errors)
		: join(PORTAL_DATA, "imports", `${name}.errors.csv`);
	mkdirSync(dirname(path), { recursive: true });
	const t = await createTranslations(locale, "gmv");
	const unfinished = `${path}.part`;
	const file = createWriteStream(unfinished);
	file.write(errorFileHeader);
	passFaultPoint("error-file");
	for await (const step of rejections)
		if (!file.write(renderErrors(step, (code) => t(`rejection.${code}`)))) await once(file, "drain");
	file.end();
	await finished(file);
	renameSync(unfinished, path);
	return path;
}
