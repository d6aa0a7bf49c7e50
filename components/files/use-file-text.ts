"use client";

import { useLocale, useTranslations } from "use-intl";
import { maxFileBytes, maxFilesPerSlot, maxFilesPerSubject } from "@/lib/platform/files/constants";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatBytes, formatDate } from "@/lib/platform/format";

const kinds = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" } as const;

/** A file's type, size and day in one line. */
export function useFileFacts(): (file: EvidenceFile) => string {
	const t = useTranslations("files");
	const locale = useLocale();
	return ({ mediaType, sizeBytes, createdAt }) =>
		t("list.facts", {
			type: t(`types.${kinds[mediaType as keyof typeof kinds]}`),
			size: formatBytes(sizeBytes),
			date: formatDate(createdAt, locale),
		});
}

/** Why a file was not taken, as a sentence. */
export function useFileRefusal(): (code: string) => string {
	const t = useTranslations("files");
	return (code) => {
		const key = `codes.${code}` as "codes.UNEXPECTED";
		const max = code === "FILES_SUBJECT_FULL" ? maxFilesPerSubject : maxFilesPerSlot;
		return t(t.has(key) ? key : "codes.UNEXPECTED", { max, size: formatBytes(maxFileBytes) } as never);
	};
}
