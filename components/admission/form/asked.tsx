"use client";

import { Check, MessageSquareWarning } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { isWithin } from "@/lib/domains/admission/rules/change-requests";
import { type OpenRequest, useForm } from "./form-context";

export type AskedProps = {
	path: string;
	/** Also what was asked of a part of the field, such as the statement of a force. */
	withParts?: boolean;
	className?: string;
	children: ReactNode;
};

/** A field with the reviewer's words beside it, where some were written about it. */
export function Asked({ path, withParts = false, className, children }: AskedProps) {
	const { requests } = useForm();
	const own = requests.filter((request) =>
		request.paths.some((asked) => asked === path || (withParts && isWithin(asked, path))),
	);
	if (own.length === 0) return className ? <div className={className}>{children}</div> : children;
	return (
		<div
			className={cn(
				"-mx-3 rounded-md border-l-3 px-3 py-2.5",
				own.every((request) => request.isMended)
					? "border-success bg-success-soft/40"
					: "border-warning bg-warning-soft/40",
				className,
			)}
		>
			{children}
			{own.map((request) => (
				<AskedWords key={request.comment} request={request} />
			))}
		</div>
	);
}

/** The reviewer's words on one thing, marked once it has changed. */
export function AskedWords({ request }: { request: OpenRequest }) {
	const t = useTranslations("admission");
	return (
		<div className="mt-2 flex items-start gap-2 text-sm">
			<MessageSquareWarning aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning" />
			<p className="wrap-anywhere min-w-0 grow whitespace-pre-line text-ink">
				<span className="text-ink-soft">{t("mend.says")}</span>
				{request.comment}
			</p>
			<MendedBadge isMended={request.isMended} />
		</div>
	);
}

export function MendedBadge({ isMended }: { isMended: boolean }) {
	const t = useTranslations("admission");
	return (
		<Badge tone={isMended ? "success" : "warning"}>
			{isMended && <Check aria-hidden="true" />}
			{t(isMended ? "mend.done" : "mend.open")}
		</Badge>
	);
}
