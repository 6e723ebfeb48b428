/** A request that the mock does not serve is a clear error and never leaves the machine. */
import { useStage } from '../support/stage';

const begin = useStage();

test.each(['https://example.test/v1/things', 'https://example.test/logo.png'])('%s', async (url) => {
  const run = await begin('member');
  const error = jest.spyOn(console, 'error').mockImplementation(() => {});
  try {
    await expect(fetch(url)).rejects.toThrow('Failed to fetch');
    expect(error).toHaveBeenCalledWith(expect.stringContaining(`has no handler for GET ${url}`));
    expect(run.requests).toEqual(['check_3rdsession 200']);
  } finally {
    error.mockRestore();
  }
});
