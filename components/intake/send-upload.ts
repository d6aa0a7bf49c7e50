import type { FeedGrain } from "@/lib/domains/gmv/types";
import { routes } from "@/lib/platform/routes/routes";

export type Sent = { ok: true; id: string } | { ok: false; reason: string };
export type Destination = {
	source: string;
	grain: FeedGrain;
	/** As `uploadQuerySchema` takes it. */
	mapping: string;
};

/** Sends a file as the body of one request; XMLHttpRequest, because fetch does not tell how far an upload has come. */
export function sendUpload(file: File, to: Destination, onProgress: (share: number) => void) {
	const request = new XMLHttpRequest();
	const done = new Promise<Sent>((resolve) => {
		request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
		request.onload = () => resolve(readAnswer(request));
		request.onerror = () => resolve({ ok: false, reason: "UPLOAD_BROKEN" });
		request.onabort = () => resolve({ ok: false, reason: "CANCELLED" });
		request.open(
			"POST",
			`${routes.api.uploads()}?${new URLSearchParams({ name: file.name.slice(-400), ...to })}`,
		);
		request.setRequestHeader("content-type", "application/octet-stream");
		request.send(file);
	});
	return { done, cancel: () => request.abort() };
}

function readAnswer(request: XMLHttpRequest): Sent {
	try {
		return JSON.parse(request.responseText) as Sent;
	} catch {
		return { ok: false, reason: "UNEXPECTED" };
	}
}
