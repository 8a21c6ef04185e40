package dev.mainstay.core.hardening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.mainstay.core.mode.StartRemark;

/**
 * Makes the first sheet, and says the worst of it in the start block. On a thread of its
 * own, so that a check without an end costs the block its findings and nothing else.
 *
 * @since 0.1.0
 */
public final class StartFindings implements StartRemark {

	private static final int WORST = 5;

	private final SheetKeeper keeper;

	private final Duration limit;

	/**
	 * Create it.
	 * @param keeper makes the sheet
	 * @param limit how long the start block waits for it
	 */
	public StartFindings(SheetKeeper keeper, Duration limit) {
		this.keeper = keeper;
		this.limit = limit;
	}

	@Override
	public List<String> lines() {
		CompletableFuture<HardeningSheet> sheet = new CompletableFuture<>();
		Thread thread = new Thread(() -> make(sheet), "mainstay-hardening");
		thread.setDaemon(true);
		thread.start();
		try {
			return lines(sheet.get(this.limit.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			return List.of("hardening sheet: not done after " + this.limit.toSeconds() + " s");
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The hardening sheet cannot be made", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return List.of();
		}
	}

	private void make(CompletableFuture<HardeningSheet> sheet) {
		try {
			sheet.complete(this.keeper.look());
		}
		catch (RuntimeException | Error ex) {
			sheet.completeExceptionally(ex);
		}
	}

	private static List<String> lines(HardeningSheet sheet) {
		List<SheetEntry> failed = sheet.failed();
		List<String> lines = new ArrayList<>();
		lines.add("hardening sheet: " + sheet.score().value() + " of 100, grade " + sheet.grade()
				+ (failed.isEmpty() ? "" : "; " + failed.size() + ((failed.size() == 1) ? " finding" : " findings")
						+ " (see /actuator/hardening), the worst:"));
		failed.stream().limit(WORST).map(StartFindings::line).forEach(lines::add);
		return lines;
	}

	private static String line(SheetEntry entry) {
		Finding finding = entry.findings().get(0);
		return "  " + entry.check().severity().name().toLowerCase(Locale.ROOT) + " " + entry.check().id() + " "
				+ entry.check().title() + ": " + finding.evidence()
				+ ((entry.findings().size() > 1) ? " and " + (entry.findings().size() - 1) + " more" : "");
	}

}
