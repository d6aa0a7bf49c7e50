"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** The submit button of a form with a server action; pending for as long as that action runs. */
export function SubmitButton({ pending, ...props }: ButtonProps) {
	const status = useFormStatus();
	return <Button type="submit" pending={pending || status.pending} {...props} />;
}
