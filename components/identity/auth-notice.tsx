import { CircleAlert, MailCheck, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const pictures = { mail: MailCheck, done: ShieldCheck, invalid: CircleAlert } as const;

export type AuthNoticeProps = {
	picture: keyof typeof pictures;
	title: string;
	children: ReactNode;
	actions?: ReactNode;
};

/** What stands in the auth frame when there is nothing to fill in: a mail on its way, a thing done, a dead link. */
export function AuthNotice({ picture, title, children, actions }: AuthNoticeProps) {
	const Icon = pictures[picture];
	return (
		<section aria-live="polite">
			<span
				aria-hidden="true"
				className={cn(
					"sail mb-5 inline-flex size-14 items-center justify-center",
					picture === "invalid" ? "bg-warning-soft text-warning-ink" : "bg-brand-soft text-brand-ink",
				)}
			>
				<Icon className="size-7" />
			</span>
			<h1 className="font-semibold text-2xl text-ink">{title}</h1>
			<div className="mt-2 text-ink-soft text-sm">{children}</div>
			{actions && <div className="mt-6 flex flex-wrap items-center gap-3">{actions}</div>}
		</section>
	);
}
