package dev.mainstay.samples.orders;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
public class LedgerService {

	private final PaymentRepository payments;

	private final String url;

	public LedgerService(PaymentRepository payments, @Value("${ledger.url}") String url) {
		this.payments = payments;
		this.url = url;
	}

	public int export() {
		List<Payment> all = this.payments.findAll();
		try (Connection ledger = DriverManager.getConnection(this.url);
				PreparedStatement insert = ledger
					.prepareStatement("insert into bookings (payment_id, amount) values (?, ?)")) {
			for (Payment payment : all) {
				insert.setLong(1, payment.getId());
				insert.setBigDecimal(2, payment.getAmount());
				insert.addBatch();
			}
			return insert.executeBatch().length;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not export " + all.size() + " payments to " + this.url, ex);
		}
	}

}
