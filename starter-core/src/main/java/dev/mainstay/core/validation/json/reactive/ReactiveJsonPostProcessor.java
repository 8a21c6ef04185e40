package dev.mainstay.core.validation.json.reactive;

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

	private void guard(ServerCodecConfigurer codecs, JsonRules active) {
		for (HttpMessageReader<?> reader : codecs.getReaders()) {
			Decoder<?> decoder = decoder(reader);
			if (decoder == null) {
				continue;
			}
			boolean framework = decoder.getClass() == JacksonJsonDecoder.class;
			if (framework && JsonReading.suits(((JacksonJsonDecoder) decoder).getMapper())) {
				JacksonJsonDecoder theirs = (JacksonJsonDecoder) decoder;
				codecs.defaultCodecs()
					.jacksonJsonDecoder(new GuardedJsonDecoder(theirs, new JsonReading(theirs.getMapper(), active)));
				this.status.ifAvailable(MappersLeftAlone::reads);
			}
			else {
				this.status.ifAvailable((it) -> leave(it, decoder));
			}
		}
	}

	private static void leave(MappersLeftAlone status, Decoder<?> decoder) {
		if (decoder.getClass() == JacksonJsonDecoder.class) {
			status.add(((JacksonJsonDecoder) decoder).getMapper());
		}
		else {
			status.add(decoder.getClass().getName());
		}
	}

	private static @Nullable Decoder<?> decoder(HttpMessageReader<?> reader) {
		Decoder<?> decoder = (reader instanceof DecoderHttpMessageReader<?> decoding) ? decoding.getDecoder() : null;
		boolean json = decoder != null && decoder.getDecodableMimeTypes()
			.stream()
			.anyMatch((type) -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON));
		return json ? decoder : null;
	}

}
