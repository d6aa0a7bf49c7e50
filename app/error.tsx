"use client";

import { useEffect } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { readDigest } from "@/components/ui/read-digest";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
	useEffect(() => {
		console.error(error);
	}, [error]);
	return (
		<main id="content" className="flex min-h-[70dvh] items-center justify-center px-4">
			<ErrorState as="h1" reference={readDigest(error)} onRetry={retry} />
		</main>
	);
}
