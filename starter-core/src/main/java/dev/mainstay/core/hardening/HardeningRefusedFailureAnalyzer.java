package dev.mainstay.core.hardening;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says all at once why the start was refused.
 */
final class HardeningRefusedFailureAnalyzer extends AbstractFailureAnalyzer<HardeningRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, HardeningRefusedException cause) {
		return new FailureAnalysis("The hardening sheet has findings that mainstay.hardening.enforce does not let "
				+ "through:\n\n" + cause.description(), cause.action(), cause);
	}

}
