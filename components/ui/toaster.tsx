"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { useTranslations } from "use-intl";
import { Spinner } from "./spinner";

const icons = {
	success: <CircleCheck aria-hidden="true" className="size-4.5 text-success" />,
	info: <Info aria-hidden="true" className="size-4.5 text-info" />,
	warning: <TriangleAlert aria-hidden="true" className="size-4.5 text-warning" />,
	error: <CircleAlert aria-hidden="true" className="size-4.5 text-danger" />,
	loading: <Spinner className="text-brand" />,
};

/** How a toast is raised once this is mounted. */
export const raise = { success: toast.success, error: toast.error, info: toast.info };

/** The toasts themselves, fetched by `ToastHost` when they are wanted. */
export default function Toaster({ onMount }: { onMount: (how: typeof raise) => void }) {
	const t = useTranslations("common");
	// Runs after the effect by which the list below begins to listen.
	useEffect(() => onMount(raise));
	return (
		<Sonner
			position="bottom-right"
			style={{ fontFamily: "inherit" }}
			icons={icons}
			containerAriaLabel={t("toast.label")}
			toastOptions={{
				unstyled: true,
				closeButtonAriaLabel: t("actions.close"),
				classNames: {
					toast:
						"flex w-full items-start gap-2.5 rounded-lg border bg-raised px-4 py-3 text-sm text-ink shadow-lg sm:w-[22rem]",
					title: "font-medium",
					description: "mt-0.5 text-xs text-ink-soft",
					content: "min-w-0 grow",
					icon: "mt-0.5 shrink-0",
					actionButton:
						"shrink-0 self-center rounded-md bg-brand px-3 py-1 text-xs font-medium text-on-brand",
					cancelButton: "shrink-0 self-center rounded-md px-3 py-1 text-xs text-ink-soft",
				},
			}}
		/>
	);
}
