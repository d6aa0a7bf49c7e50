import type { EvidenceFile, FileSubject } from "@/lib/platform/files/types";
import { routes } from "@/lib/platform/routes/routes";

export type Parcel = FileSubject & { slot: string; file: File; replaces?: string };
export type Sent = { ok: true; file: EvidenceFile; wasKnown: boolean } | { ok: false; reason: string };
export type Sending = { done: Promise<Sent>; cancel: () => void };

/** Sends a file as the body of one request; XMLHttpRequest, because fetch does not tell how far an upload has come. */
export function sendFile(parcel: Parcel, onProgress: (share: number) => void): Sending {
	const request = new XMLHttpRequest();
	const done = new Promise<Sent>((resolve) => {
		request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
		request.onload = () => resolve(readAnswer(request));
		request.onerror = () => resolve({ ok: false, reason: "UPLOAD_BROKEN" });
		request.onabort = () => resolve({ ok: false, reason: "CANCELLED" });
		request.open("POST", addressOf(parcel));
		request.setRequestHeader("content-type", "application/octet-stream");
		request.send(parcel.file);
	});
	return { done, cancel: () => request.abort() };
}

function addressOf({ purpose, subjectId, slot, file, replaces }: Parcel): string {
	const query = new URLSearchParams({ purpose, subject: subjectId, slot, name: file.name.slice(-400) });
	if (replaces) query.set("replaces", replaces);
	return `${routes.api.files()}?${query}`;
}

function readAnswer(request: XMLHttpRequest): Sent {
	try {
		const answer = JSON.parse(request.responseText) as Sent;
		if (!answer.ok) return answer;
		return { ...answer, file: { ...answer.file, createdAt: new Date(answer.file.createdAt) } };
	} catch {
		return { ok: false, reason: "UNEXPECTED" };
	}
}
