import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import { WindBarb, windTiers } from "@/components/ui/wind-barb";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { LanguageSwitch } from "./language-switch";
import { type ThemeChoice, ThemeSwitch } from "./theme-switch";

/** The frame of sign-in, registration and the pages that mails lead to: the form at the left, the wind at the right. */
export async function AuthFrame({ theme, children }: { theme: ThemeChoice; children: ReactNode }) {
	const t = await getTranslations("common");
	return (
		<div className="grid min-h-dvh lg:grid-cols-[6fr_5fr]">
			<div className="flex min-w-0 flex-col px-4 sm:px-8">
				<header className="flex h-16 items-center justify-between gap-4">
					<Link href={routes.home()} className="rounded-md">
						<Logo name={t("brand")} />
					</Link>
					<div className="flex items-center gap-1">
						<LanguageSwitch />
						<ThemeSwitch theme={theme} />
					</div>
				</header>
				<main id="content" className="mx-auto flex w-full max-w-md grow flex-col justify-center py-10">
					{children}
				</main>
			</div>
			<div
				aria-hidden="true"
				className="sail-lg relative m-3 hidden overflow-hidden bg-night text-on-night lg:block"
			>
				<div className="isobars absolute inset-0 text-on-night opacity-12" />
				<div className="absolute inset-x-10 bottom-14 flex items-end justify-between">
					{windTiers.map((tier) => (
						<WindBarb
							key={tier}
							tier={tier}
							pennantClassName="fill-spark stroke-spark"
							className={["size-14", "size-18", "size-24", "size-30", "size-38"][tier - 1]}
						/>
					))}
				</div>
				<p className="absolute top-[22%] left-12 whitespace-pre-line font-bold text-[2.5rem] leading-snug">
					{t("motto")}
				</p>
			</div>
		</div>
	);
}
