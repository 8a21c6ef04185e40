package dev.mainstay.observability.telemetry.metrics;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;

/**
 * All meters of one name.
 *
 * @param resource the service
 * @param shape what the meters have in common
 * @param data the points
 */
record MicrometerMetric(Resource resource, Shape shape, Data<?> data) implements MetricData {

	private static final InstrumentationScopeInfo SCOPE = InstrumentationScopeInfo.create("io.micrometer");

	@Override
	public Resource getResource() {
		return this.resource;
	}

	@Override
	public InstrumentationScopeInfo getInstrumentationScopeInfo() {
		return SCOPE;
	}

	@Override
	public String getName() {
		return this.shape.name();
	}

	@Override
	public String getDescription() {
		return this.shape.description();
	}

	@Override
	public String getUnit() {
		return this.shape.unit();
	}

	@Override
	public MetricDataType getType() {
		return this.shape.type();
	}

	@Override
	public Data<?> getData() {
		return this.data;
	}

	/**
	 * What the meters of one metric have in common.
	 *
	 * @param name the name
	 * @param type what kind of points it has
	 * @param unit the unit, empty if there is none
	 * @param description the description, empty if there is none
	 */
	record Shape(String name, MetricDataType type, String unit, String description) {

	}

}
