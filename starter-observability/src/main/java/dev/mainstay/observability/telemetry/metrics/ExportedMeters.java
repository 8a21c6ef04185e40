package dev.mainstay.observability.telemetry.metrics;

import java.util.List;

import io.micrometer.core.instrument.Meter;

/**
 * Meters that are exported although no registry of the application has them. Every bean
 * of this type is asked on the thread that exports; what a registry has under the same
 * name and tags is left to it.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ExportedMeters {

	/**
	 * The meters as of now.
	 * @return a list
	 */
	List<Meter> meters();

}
