"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import type { EvidenceFile, FilePurpose } from "@/lib/platform/files/types";
import { UploadKeeper } from "./upload-keeper";
import { useFileRefusal } from "./use-file-text";

export type DeskProps = {
	purpose: FilePurpose;
	subject: string;
	/** Every file of the subject, whatever its slot. */
	files: readonly EvidenceFile[];
	/** When the other side was last handed the files: what stood then is kept for the record when it is removed. */
	handedOverAt?: Date | null;
};

type Desk = DeskProps & { keeper: UploadKeeper };

const DeskContext = createContext<Desk | null>(null);

/**
 * Holds the uploads of one subject for the `EvidenceUpload`s inside, so that they go on while a part of the form is not
 * on the screen. An `EvidenceUpload` without a desk of its subject around it has one of its own.
 */
export function EvidenceDesk({ children, ...desk }: DeskProps & { children: ReactNode }) {
	const [keeper] = useState(() => new UploadKeeper({ purpose: desk.purpose, subjectId: desk.subject }));
	useWarning(keeper);
	return (
		<DeskContext value={{ ...desk, keeper }}>
			{children}
			<Announcer keeper={keeper} />
		</DeskContext>
	);
}

export function useDesk(): Desk {
	const desk = useContext(DeskContext);
	if (!desk) throw new Error("uploads stand inside their desk");
	return desk;
}

export function useOuterDesk(): Desk | null {
	return useContext(DeskContext);
}

export function useUploads(keeper: UploadKeeper) {
	return useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);
}

/** Asks before a page is left whose files have not all arrived. */
function useWarning(keeper: UploadKeeper): void {
	useEffect(() => {
		const warn = (event: BeforeUnloadEvent) => {
			const { uploads } = keeper.read();
			if (uploads.some(({ status, code }) => status !== "failed" || code === "SIGNED_OUT"))
				event.preventDefault();
		};
		window.addEventListener("beforeunload", warn);
		return () => window.removeEventListener("beforeunload", warn);
	}, [keeper]);
}

function Announcer({ keeper }: { keeper: UploadKeeper }) {
	const t = useTranslations("files");
	const refusal = useFileRefusal();
	const { news } = useUploads(keeper);
	return (
		<p role="status" className="sr-only">
			{news &&
				(news.kind === "failed"
					? t("said.failed", { name: news.name, why: refusal(news.code ?? "") })
					: t(`said.${news.kind}`, { name: news.name }))}
		</p>
	);
}
