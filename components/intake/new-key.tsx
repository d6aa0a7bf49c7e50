"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";

export function NewKey({ value, onClose }: { value: string; onClose: () => void }) {
	const t = useTranslations("intake");
	const [copied, setCopied] = useState(false);
	async function copy() {
		await navigator.clipboard.writeText(value);
		setCopied(true);
	}
	return (
		<div className="flex flex-col gap-5">
			<code className="wrap-anywhere select-all rounded-md bg-sunken p-4 font-mono text-sm">{value}</code>
			<DialogActions>
				<Button variant="secondary" onClick={onClose}>
					{t("close")}
				</Button>
				<Button onClick={copy}>
					<span role="status">{copied ? t("copied") : t("copy")}</span>
				</Button>
			</DialogActions>
		</div>
	);
}
