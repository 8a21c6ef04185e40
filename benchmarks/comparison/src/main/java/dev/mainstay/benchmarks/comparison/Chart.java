package dev.mainstay.benchmarks.comparison;

import java.util.List;

/**
 * The charts of the documentation: a panel for each setting, a group of bars for each
 * operation, a bar for each build.
 */
enum Chart {

	/** As many as can be answered. */
	THROUGHPUT("Throughput at saturation, beside the bare service", "comparison-throughput.svg", true) {
		@Override
		Spread value(Results results, Results.Case of, Variant variant) {
			return Spread.ratio(results.rounds(of, variant), results.rounds(of, Variant.BARE), Measured::throughput);
		}
	},
	/** How late the latest of a hundred are. */
	LATENCY("p99 at a rate, in ms", "comparison-p99.svg", false) {
		@Override
		Spread value(Results results, Results.Case of, Variant variant) {
			return Spread.of(results.rounds(of, variant), Measured::p99);
		}
	};

	private final String title;

	private final String file;

	private final boolean saturation;

	Chart(String title, String file, boolean saturation) {
		this.title = title;
		this.file = file;
		this.saturation = saturation;
	}

	/** What a bar shows. */
	abstract Spread value(Results results, Results.Case of, Variant variant);

	String title() {
		return this.title;
	}

	/** Beside the page. */
	String file() {
		return this.file;
	}

	String svg(List<Results> settings) {
		return new Drawing(this.title, settings.size()).draw(settings, this);
	}

	/** The groups of bars of a panel. */
	List<Results.Case> cases(Results results) {
		return results.cases(this.saturation);
	}

}
