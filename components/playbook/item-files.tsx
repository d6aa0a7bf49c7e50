"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useEffect } from "react";
import { EvidenceDesk, useDesk, useUploads } from "@/components/files/evidence-desk";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { filesNow } from "@/components/files/upload-keeper";

type Props = Pick<ComponentProps<typeof EvidenceUpload>, "purpose" | "subject" | "files" | "label">;

/** The files of an item: whether it may be completed depends on them, so the page is read anew when one comes or goes. */
export function ItemFiles({ label, ...desk }: Props) {
	return (
		<EvidenceDesk {...desk}>
			<EvidenceUpload {...desk} label={label} />
			<ReadAnew />
		</EvidenceDesk>
	);
}

function ReadAnew() {
	const { keeper, files } = useDesk();
	const router = useRouter();
	const count = filesNow(files, useUploads(keeper), "").length;
	const drawn = files.length;
	useEffect(() => {
		if (count !== drawn) router.refresh();
	}, [count, drawn, router]);
	return null;
}
