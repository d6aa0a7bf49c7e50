import { type Agreement, agreementSchema } from "@/lib/domains/admission/schema/agreement";
import type { AgreementForm } from "@/lib/domains/admission/schema/standards-form";

export type AgreementReading =
	| { readonly ok: true; readonly agreement: Agreement }
	| { readonly ok: false; readonly errors: Record<string, string> };

/** A version of the agreement as a person edits it: a paragraph is a line. */
export function formOfAgreement(agreement: Agreement): AgreementForm {
	const order = agreement.sectionsZh.map((_, index) => `s${index + 1}`);
	return {
		titleZh: agreement.titleZh,
		titleEn: agreement.titleEn,
		order,
		sections: Object.fromEntries(
			agreement.sectionsZh.map((section, index) => [
				`s${index + 1}`,
				{
					headingZh: section.heading,
					headingEn: agreement.sectionsEn[index]?.heading ?? "",
					textZh: section.paragraphs.join("\n"),
					textEn: (agreement.sectionsEn[index]?.paragraphs ?? []).join("\n"),
				},
			]),
		),
	};
}

/** Reads a form into an agreement, or says field by field what is missing. */
export function readAgreementForm(form: AgreementForm): AgreementReading {
	const sections = form.order.flatMap((id) => {
		const section = form.sections[id];
		return section ? [{ id, ...section }] : [];
	});
	const parsed = agreementSchema.safeParse({
		schemaVersion: 1,
		titleZh: form.titleZh,
		titleEn: form.titleEn,
		sectionsZh: sections.map((one) => ({ heading: one.headingZh, paragraphs: paragraphsOf(one.textZh) })),
		sectionsEn: sections.map((one) => ({ heading: one.headingEn, paragraphs: paragraphsOf(one.textEn) })),
	});
	if (parsed.success) return { ok: true, agreement: parsed.data };
	const errors: Record<string, string> = {};
	for (const { path, message } of parsed.error.issues) {
		const [head, index, field] = path.map(String);
		const language = head?.endsWith("En") ? "En" : "Zh";
		const id = sections[Number(index)]?.id;
		const at = id ? `sections.${id}.${field === "heading" ? "heading" : "text"}${language}` : (head ?? "");
		errors[at] ??= message;
	}
	return { ok: false, errors };
}

function paragraphsOf(text: string): string[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
}

export type TextLine = {
	readonly status: "same" | "added" | "removed";
	readonly isHeading: boolean;
	readonly text: string;
};

/** Two versions line by line, headings and paragraphs, in reading order: what stayed, what went and what came. */
export function compareAgreements(before: Agreement, after: Agreement, language: "Zh" | "En"): TextLine[] {
	return diffLines(linesOf(before, language), linesOf(after, language));
}

type Line = Omit<TextLine, "status">;

function linesOf(agreement: Agreement, language: "Zh" | "En"): Line[] {
	return [
		{ isHeading: true, text: agreement[`title${language}`] },
		...agreement[`sections${language}`].flatMap((section) => [
			{ isHeading: true, text: section.heading },
			...section.paragraphs.map((text) => ({ isHeading: false, text })),
		]),
	];
}

/** The longest common subsequence, by the usual table. */
function diffLines(a: readonly Line[], b: readonly Line[]): TextLine[] {
	const isSame = (i: number, j: number) => a[i]?.text === b[j]?.text && a[i]?.isHeading === b[j]?.isHeading;
	const width = b.length + 1;
	const table = new Uint32Array((a.length + 1) * width);
	const at = (i: number, j: number) => table[i * width + j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			table[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	const lines: TextLine[] = [];
	const put = (line: Line | undefined, status: TextLine["status"]) => line && lines.push({ ...line, status });
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && isSame(i, j)) {
			put(a[i++], "same");
			j++;
		} else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) put(a[i++], "removed");
		else put(b[j++], "added");
	}
	return lines;
}

/** Per section heading of the newer version, how many paragraphs came and went: what a notice tells. */
export function summariseLines(
	lines: readonly TextLine[],
): { heading: string; added: number; removed: number }[] {
	const sections: { heading: string; added: number; removed: number }[] = [];
	let current = { heading: "", added: 0, removed: 0 };
	for (const line of lines) {
		if (line.isHeading && line.status !== "removed") {
			current = { heading: line.text, added: 0, removed: 0 };
			sections.push(current);
		}
		if (line.status === "added") current.added++;
		if (line.status === "removed") current.removed++;
	}
	return sections.filter(({ added, removed }) => added + removed > 0);
}
