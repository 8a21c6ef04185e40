package dev.mainstay.observability.logging;

import java.util.List;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.masking.MaskingEngine;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads the properties of masking before there is a context that could bind them.
 */
final class MaskingSettings {

	private MaskingSettings() {
	}

	static MaskingEngine engine(Environment environment) {
		if (!Switch.isOn(environment, "mainstay.masking.enabled")) {
			return MaskingEngine.none();
		}
		return MaskingEngine.create(
				Binder.get(environment).bind("mainstay.masking.keys", Bindable.listOf(String.class)).orElse(List.of()));
	}

}
