import { z } from "zod";
import { checkUscc } from "@/lib/domains/admission/rules/uscc";
import { parseFen, toHalfWidth } from "@/lib/platform/money";
import { isDay } from "@/lib/platform/time";

export const text = (max: number) =>
	z
		.string({ error: "REQUIRED" })
		.transform((value) => value.normalize("NFC").replace(/\s+/g, " ").trim())
		.pipe(
			z
				.string()
				.min(1, { error: "REQUIRED" })
				.refine((value) => [...value].length <= max, { error: "TOO_LONG" })
				.refine((value) => !/\p{Cc}/u.test(value), { error: "FORMAT" }),
		);

/** Names and addresses, as registers hold them: text without pictographs. */
export const plainText = (max: number) =>
	text(max).refine((value) => !/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(value), {
		error: "EMOJI",
	});

type Reader<T> = (value: string) => { ok: true; value: T } | { ok: false; code: string };

/** Reads text into a value; the reader answers with the value or a code. */
function read<T>(reader: Reader<T>) {
	return readOptional(reader).transform((value, context): T => {
		if (value !== null) return value;
		context.addIssue({ code: "custom", message: "REQUIRED" });
		return z.NEVER;
	});
}

/** As `read`; blank text is null. */
function readOptional<T>(reader: Reader<T>) {
	return z.string({ error: "REQUIRED" }).transform((raw, context): T | null => {
		if (raw.trim() === "") return null;
		const answer = reader(raw);
		if (answer.ok) return answer.value;
		context.addIssue({ code: "custom", message: answer.code });
		return z.NEVER;
	});
}

export const uscc = read((raw) => {
	const checked = checkUscc(raw);
	return checked.ok ? { ok: true, value: checked.uscc } : { ok: false, code: `USCC_${checked.code}` };
});

export const amountFen = read((raw) => {
	const parsed = parseFen(raw);
	return parsed.ok ? { ok: true, value: parsed.fen } : { ok: false, code: `AMOUNT_${parsed.code}` };
});

/** '2020-01-05', '2020/1/5', '2020.1.5' and '2020年1月5日', full-width too. */
export const day = read((raw) => {
	const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(toHalfWidth(raw));
	const value = match ? [match[1], match[2]?.padStart(2, "0"), match[3]?.padStart(2, "0")].join("-") : "";
	return isDay(value) ? { ok: true, value } : { ok: false, code: "DATE" };
});

const readCount: Reader<number> = (raw) => {
	const cleaned = toHalfWidth(raw);
	if (!/^(\d{1,3}(,\d{3})+|\d+)$/.test(cleaned)) return { ok: false, code: "NOT_A_NUMBER" };
	const value = Number(cleaned.replaceAll(",", ""));
	return value <= 1_000_000 ? { ok: true, value } : { ok: false, code: "OUT_OF_RANGE" };
};

export const count = read(readCount);
export const optionalCount = readOptional(readCount);

/** A mainland mobile number or a landline with its area code; kept as digits, '0' and hyphen for landlines. */
export const phone = read((raw) => {
	const cleaned = toHalfWidth(raw).replace(/^(\+|00)86-?/, "");
	const mobile = cleaned.replaceAll("-", "");
	if (/^1[3-9]\d{9}$/.test(mobile)) return { ok: true, value: mobile };
	return /^0\d{2,3}-?\d{7,8}$/.test(cleaned) ? { ok: true, value: cleaned } : { ok: false, code: "PHONE" };
});

export const email = z
	.string({ error: "REQUIRED" })
	.transform((value) => toHalfWidth(value).toLowerCase())
	.pipe(
		z
			.string()
			.min(1, { error: "REQUIRED" })
			.max(254, { error: "TOO_LONG" })
			.pipe(z.email({ error: "EMAIL" })),
	);
