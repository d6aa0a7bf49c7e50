import "server-only";
import { notFound } from "next/navigation";
import { AppError } from "@/lib/platform/errors/errors";

/** What is read, or the page that says it is not there: for what is missing and what is somebody else's alike. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
	try {
		return await read;
	} catch (error) {
		if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
}
