"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { CreateKeyForm } from "./create-key-form";
import { NewKey } from "./new-key";

/** The form, then the key: the only time it can be read. */
export function CreateKeyDialog() {
	const t = useTranslations("intake");
	const [open, setOpen] = useState(false);
	const [key, setKey] = useState<string | null>(null);
	function change(next: boolean) {
		setOpen(next);
		if (!next) setKey(null);
	}
	return (
		<Dialog open={open} onOpenChange={change}>
			<DialogTrigger asChild>
				<Button>
					<KeyRound aria-hidden="true" />
					{t("create")}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={key ? t("ready") : t("createTitle")}
				description={key ? t("readyDescription") : t("createDescription")}
			>
				{key ? <NewKey value={key} onClose={() => change(false)} /> : <CreateKeyForm onDone={setKey} />}
			</DialogContent>
		</Dialog>
	);
}
