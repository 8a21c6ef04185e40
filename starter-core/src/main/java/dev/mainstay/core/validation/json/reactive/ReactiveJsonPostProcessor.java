package dev.mainstay.core.validation.json.reactive;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.validation.json.JsonReading;
import dev.mainstay.core.validation.json.JsonRules;
import dev.mainstay.core.validation.json.MappersLeftAlone;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.codec.Decoder;
import org.springframework.http.MediaType;
import org.springframework.http.codec.DecoderHttpMessageReader;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;

/**
 * Has the JSON of requests read within the limits, whoever asks the codecs of the server
 * for it. Called once for each bean when the application starts.
 *
 * @since 0.1.0
 */
public final class ReactiveJsonPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<JsonRules> rules;

	private final ObjectProvider<MappersLeftAlone> status;

	/**
	 * Create the post-processor.
	 * @param rules asked for the rules when there is something to read
	 * @param status told of what is left alone
	 */
	public ReactiveJsonPostProcessor(ObjectProvider<JsonRules> rules, ObjectProvider<MappersLeftAlone> status) {
		this.rules = rules;
		this.status = status;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof ServerCodecConfigurer codecs) {
			JsonRules active = this.rules.getIfAvailable();
			if (active != null && active.isActive()) {
				guard(codecs, active);
			}
		}
		return bean;
	}

	/**
	 * Custom codecs come before the framework's own, and cannot be replaced: the last one
	 * is the framework's, or what the application has put in its place.
	 */
	private void guard(ServerCodecConfigurer codecs, JsonRules active) {
		JacksonJsonDecoder theirs = null;
		for (Decoder<?> decoder : decoders(codecs)) {
			theirs = (decoder.getClass() == JacksonJsonDecoder.class) ? (JacksonJsonDecoder) decoder : null;
		}
		if (theirs != null && JsonReading.suits(theirs.getMapper())) {
			codecs.defaultCodecs()
				.jacksonJsonDecoder(new GuardedJsonDecoder(theirs, new JsonReading(theirs.getMapper(), active)));
		}
		for (Decoder<?> decoder : decoders(codecs)) {
			this.status.ifAvailable((it) -> tell(it, decoder));
		}
	}

	private static void tell(MappersLeftAlone status, Decoder<?> decoder) {
		if (decoder instanceof GuardedJsonDecoder) {
			status.reads();
		}
		else if (decoder.getClass() != JacksonJsonDecoder.class) {
			status.add(decoder.getClass().getName());
		}
		else if (JsonReading.suits(((JacksonJsonDecoder) decoder).getMapper())) {
			status.add("a JacksonJsonDecoder among the custom codecs");
		}
		else {
			status.add(((JacksonJsonDecoder) decoder).getMapper());
		}
	}

	private static List<Decoder<?>> decoders(ServerCodecConfigurer codecs) {
		List<Decoder<?>> decoders = new ArrayList<>();
		for (HttpMessageReader<?> reader : codecs.getReaders()) {
			Decoder<?> decoder = decoder(reader);
			if (decoder != null) {
				decoders.add(decoder);
			}
		}
		return decoders;
	}

	private static @Nullable Decoder<?> decoder(HttpMessageReader<?> reader) {
		Decoder<?> decoder = (reader instanceof DecoderHttpMessageReader<?> decoding) ? decoding.getDecoder() : null;
		boolean json = decoder != null && decoder.getDecodableMimeTypes()
			.stream()
			.anyMatch((type) -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON));
		return json ? decoder : null;
	}

}
